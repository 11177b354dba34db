/// What tests of outputs have in common: a review, a baseline, and a small estate.
enum Decided {
    /// Waives one of two failures, answers a question with no, and holds a decision that has expired.
    static let review = """
        schema = "bulkhead.review/1"
        [[decision]]
        control = "E3-06"
        resource = "*/vnet-warehouse"
        decision = "accepted"
        reason = "The warehouse moves out in spring"
        owner = "network-team"
        expires = 2999-03-31
        [[decision]]
        control = "E5-02"
        resource = "*"
        decision = "planned"
        reason = "Bastion comes next year"
        expires = 2020-01-01
        [[answer]]
        control = "E1-20"
        answer = "no"
        note = "Never changed"
        owner = "network-team"
        answered = 2026-11-24T10:00:00Z
        """

    /// A virtual network of that name without encryption.
    static func estate(named name: String) -> String {
        #"""
        [{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/\#(name)",
          "type": "Microsoft.Network/virtualNetworks", "name": "\#(name)", "location": "westeurope",
          "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}, "encryption": {"enabled": false},
            "subnets": [{"name": "\#(name)", "properties": {"addressPrefix": "10.0.0.0/24"}}]}}]
        """#
    }
}
