/// Rule collection groups of one rule, for examples.
enum FirewallRuleEstate {
    static func translation(source: String, port: String?) -> String {
        group(
            type: "FirewallPolicyNatRuleCollection",
            action: "DNAT",
            rule: """
                {"ruleType": "NatRule", "name": "in", "ipProtocols": ["TCP"], "sourceAddresses": ["\(source)"],
                 "destinationAddresses": ["203.0.113.1"], "destinationPorts": ["8443"],
                 "translatedAddress": "10.0.2.4" \(port.map { #", "translatedPort": "\#($0)""# } ?? "")}
                """
        )
    }

    static func network(
        source: String,
        destination: String,
        ports: String,
        action: String = "Allow"
    ) -> String {
        group(
            type: "FirewallPolicyFilterRuleCollection",
            action: action,
            rule: """
                {"ruleType": "NetworkRule", "name": "net", "ipProtocols": ["Any"], "sourceAddresses": ["\(source)"],
                 "destinationAddresses": ["\(destination)"], "destinationPorts": ["\(ports)"]}
                """
        )
    }

    private static func group(type: String, action: String, rule: String) -> String {
        """
        {"id": "/policies/p/ruleCollectionGroups/g", "name": "g",
         "type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "properties": {"ruleCollections": [
           {"ruleCollectionType": "\(type)", "name": "c", "action": {"type": "\(action)"}, "rules": [\(rule)]}]}}
        """
    }
}
