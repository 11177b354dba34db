/// Estates of security groups for examples.
enum SecurityGroupEstate {
    /// A security group that lists these rules.
    static func group(_ rules: String...) -> String {
        """
        {"id": "\(id)", "name": "nsg-web", "type": "Microsoft.Network/networkSecurityGroups",
         "properties": {"securityRules": [\(rules.joined(separator: ", "))]}}
        """
    }

    /// The id of ``group(_:)``.
    static let id =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg-web"

    /// A rule; what is not said is inbound, of any protocol, from anywhere to anywhere on every port.
    static func rule(
        _ priority: Int,
        _ access: String,
        from source: String = "*",
        to destination: String = "*",
        ports: String = "*",
        over networkProtocol: String = "*",
        direction: String = "Inbound"
    ) -> String {
        """
        {"name": "rule-\(priority)", "properties": {"priority": \(priority), "access": "\(access)",
          "direction": "\(direction)", "protocol": "\(networkProtocol)",
          "sourceAddressPrefix": "\(source)", "sourcePortRange": "*",
          "destinationAddressPrefix": "\(destination)", "destinationPortRange": "\(ports)"}}
        """
    }
}
