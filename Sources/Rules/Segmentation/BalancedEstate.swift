/// A machine behind an internal balancer at 10.1.1.100 that probes port 443, for examples.
enum BalancedEstate {
    static let probes = SecurityGroupEstate.rule(100, "Allow", from: "AzureLoadBalancer")
    static let deny = SecurityGroupEstate.rule(4096, "Deny")

    /// The estate with a security group of these rules at the subnet, or at the interface.
    static func estate(
        rules: [String],
        guards: String = "subnet",
        hasBalancer: Bool = true,
        pool: String = "\(ExampleRows.group)/loadBalancers/lbi/backendAddressPools/web"
    ) -> String {
        let guarded = ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg-web")
        let pools = pool.isEmpty ? "" : #", "loadBalancerBackendAddressPools": [{"id": "\#(pool)"}]"#
        let place = "\(ExampleRows.group)/virtualNetworks/vnet/subnets/web"
        let interface = ExampleRows.row(
            "networkInterfaces",
            "nic",
            """
            "virtualMachine": {"id": "/vms/vm"}, \(guards == "interface" ? guarded + ", " : "")"ipConfigurations": [
              {"name": "ip", "properties": {"privateIPAddress": "10.1.1.4", "subnet": {"id": "\(place)"},
                "applicationSecurityGroups": [{"id": "\(ExampleRows.group)/applicationSecurityGroups/asg"}]\(pools)}}]
            """
        )
        let balancer = ExampleRows.row(
            "loadBalancers",
            "lbi",
            """
            "probes": [{"name": "p", "properties": {"protocol": "Tcp", "port": 443}}],
              "frontendIPConfigurations": [{"name": "fe", "properties": {"privateIPAddress": "10.1.1.100"}}]
            """
        )
        let subnet = ExampleRows.subnet("web", "10.1.1.0/24", guards == "subnet" ? guarded : "")
        let rows =
            [
                ExampleRows.network("vnet", "10.1.0.0/16", subnets: [subnet]), interface,
                ExampleRows.row(
                    "networkSecurityGroups",
                    "nsg-web",
                    #""securityRules": [\#(rules.joined(separator: ", "))]"#
                ),
            ] + (hasBalancer ? [balancer] : [])
        return "[\(rows.joined(separator: ",\n "))]"
    }
}
