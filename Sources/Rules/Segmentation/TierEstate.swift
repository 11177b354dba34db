/// A network with a front, an application and a data tier, each with a machine and a role, for examples.
enum TierEstate {
    static let fromApplication = allow(100, from: "asg-app")
    static let fromFront = allow(110, from: "asg-fe")

    /// The network, with these rules before the one that denies the rest at the data tier.
    ///
    /// `front` is the subnet in which the machine of the front stands.
    static func estate(
        _ rules: String...,
        isFiltered: Bool = true,
        hasGroup: Bool = true,
        front: String = "fe"
    ) -> String {
        let all = (rules + [SecurityGroupEstate.rule(4096, "Deny")]).joined(separator: ", ")
        let guarded = ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg-data")
        let network = ExampleRows.network(
            "vnet",
            "10.1.0.0/16",
            subnets: [
                ExampleRows.subnet("fe", "10.1.1.0/24"), ExampleRows.subnet("app", "10.1.2.0/24"),
                ExampleRows.subnet("data", "10.1.3.0/24", isFiltered ? guarded : ""),
            ]
        )
        let group = ExampleRows.row("networkSecurityGroups", "nsg-data", #""securityRules": [\#(all)]"#)
        let rows =
            [
                network, machine("fe", in: front, "10.1.1.4"), machine("app", in: "app", "10.1.2.4"),
                machine("data", in: "data", "10.1.3.4"),
            ] + (hasGroup ? [group] : [])
        return "[\(rows.joined(separator: ",\n "))]"
    }

    private static func machine(_ role: String, in subnet: String, _ address: String) -> String {
        ExampleRows.row(
            "networkInterfaces",
            "nic-\(role)",
            """
            "virtualMachine": {"id": "/vms/\(role)"}, "ipConfigurations": [{"name": "ip", "properties": {
              "privateIPAddress": "\(address)", "subnet": {"id": "\(ExampleRows.group)/virtualNetworks/vnet/subnets/\(subnet)"},
              "applicationSecurityGroups": [{"id": "\(ExampleRows.group)/applicationSecurityGroups/asg-\(role)"}]}}]
            """
        )
    }

    private static func allow(_ priority: Int, from role: String) -> String {
        SecurityGroupEstate.rule(priority, "Allow", ports: "1433", over: "Tcp")
            .replacing(
                #""sourceAddressPrefix": "*""#,
                with:
                    #""sourceApplicationSecurityGroups": [{"id": "\#(ExampleRows.group)/applicationSecurityGroups/\#(role)"}]"#
            )
    }
}
