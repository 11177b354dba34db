/// Estates with a machine behind a public address or a balancer, for the examples.
enum PublicDoorEstate {
    typealias Rule = (access: String, source: String, ports: String)

    /// A machine with a public address behind a security group with these rules, by ascending priority.
    ///
    /// Without rules the input lacks the group.
    static func machine(rules: [Rule]?) -> String {
        estate(
            ExampleRows.row(
                "publicIPAddresses",
                "pip",
                #""ipAddress": "198.51.100.7", "ipConfiguration": {"id": "\#(nic)/ipConfigurations/ip"}"#
            ),
            interface(ExampleRows.link("publicIPAddress", "publicIPAddresses", "pip")),
            rules
        )
    }

    /// The same machine behind a Standard balancer with an inbound translation.
    static func balancer(port: Int, to backend: Int? = nil, rules: [Rule]?) -> String {
        let front = "\(ExampleRows.group)/loadBalancers/lb/frontendIPConfigurations/front"
        let pool =
            #""inboundNatRules": [{"id": "\#(ExampleRows.group)/loadBalancers/lb/inboundNatRules/in"}]"#
        let balancer = """
            {"id": "\(ExampleRows.group)/loadBalancers/lb", "name": "lb", "type": "Microsoft.Network/loadBalancers",
             "sku": {"name": "Standard"}, "properties": {
              "frontendIPConfigurations": [{"name": "front", "id": "\(front)", "properties": {
                \(ExampleRows.link("publicIPAddress", "publicIPAddresses", "pip"))}}],
              "inboundNatRules": [{"name": "in", "id": "\(ExampleRows.group)/loadBalancers/lb/inboundNatRules/in",
                "properties": {"protocol": "Tcp", "frontendPort": \(port), "backendPort": \(backend ?? port),
                  "frontendIPConfiguration": {"id": "\(front)"},
                  "backendIPConfiguration": {"id": "\(nic)/ipConfigurations/ip"}}}]}}
            """
        let address = ExampleRows.row(
            "publicIPAddresses",
            "pip",
            #""ipAddress": "198.51.100.7", "ipConfiguration": {"id": "\#(front)"}"#
        )
        return estate("\(address), \(balancer)", interface(pool), rules)
    }

    private static let nic = "\(ExampleRows.group)/networkInterfaces/nic"

    private static func interface(_ more: String) -> String {
        let subnet = "\(ExampleRows.group)/virtualNetworks/v/subnets/web"
        return ExampleRows.row(
            "networkInterfaces",
            "nic",
            """
            "virtualMachine": {"id": "/subscriptions/s/virtualMachines/vm"}, "ipConfigurations": [{"name": "ip",
              "id": "\(nic)/ipConfigurations/ip", "properties": {"privateIPAddress": "10.0.0.4",
                "subnet": {"id": "\(subnet)"}, \(more)}}]
            """
        )
    }

    private static func estate(_ door: String, _ interface: String, _ rules: [Rule]?) -> String {
        let link = ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg")
        let network = ExampleRows.network(
            "v",
            "10.0.0.0/16",
            subnets: [ExampleRows.subnet("web", "10.0.0.0/24", link)]
        )
        guard let rules else { return ExampleRows.estate(door, interface, network) }
        let written = rules.enumerated().map { index, rule in
            """
            {"name": "r\(index)", "properties": {"priority": \(100 + index), "access": "\(rule.access)",
             "direction": "Inbound", "protocol": "Tcp", "sourceAddressPrefix": "\(rule.source)",
             "sourcePortRange": "*", "destinationAddressPrefix": "*", "destinationPortRange": "\(rule.ports)"}}
            """
        }
        let group = ExampleRows.row(
            "networkSecurityGroups",
            "nsg",
            #""securityRules": [\#(written.joined(separator: ", "))]"#
        )
        return ExampleRows.estate(door, interface, network, group)
    }
}
