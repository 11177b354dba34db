/// A network with a machine under a network manager with one admin rule, for examples.
enum AdminRuleEstate {
    static let network = """
        {"id": "\(ExampleRows.group)/virtualNetworks/vnet", "name": "vnet", "type": "Microsoft.Network/virtualNetworks",
         "location": "westeurope", "properties": {}}
        """
    static let machine = ExampleRows.interface(in: "vnet", "web")

    static func estate(
        access: String = "Deny",
        direction: String = "Inbound",
        from source: String = "Internet",
        to destination: String = "*",
        over networkProtocol: String = "Tcp",
        ports: String = #""22", "135", "445", "3389", "5985-5986""#,
        member: String? = "vnet",
        deployed: String? = #""deploymentStatus": "Deployed", "region": "westeurope""#
    ) -> String {
        let rule = child(
            "securityAdminConfigurations/sac/ruleCollections/rc/rules/deny",
            "securityAdminConfigurations/ruleCollections/rules",
            """
            "access": "\(access)", "direction": "\(direction)", "protocol": "\(networkProtocol)", "priority": 100,
              "sources": [{"addressPrefixType": "ServiceTag", "addressPrefix": "\(source)"}],
              "destinations": [{"addressPrefixType": "IPPrefix", "addressPrefix": "\(destination)"}],
              "destinationPortRanges": [\(ports)]
            """
        )
        let members = member.map { name in
            child(
                "networkGroups/ng/staticMembers/m",
                "networkGroups/staticMembers",
                #""resourceId": "\#(ExampleRows.group)/virtualNetworks/\#(name)""#
            )
        }
        let status = deployed.map { row in
            child(
                "listDeploymentStatus/d",
                "listDeploymentStatus",
                #"\#(row), "deploymentType": "SecurityAdmin", "configurationIds": ["\#(manager)/securityAdminConfigurations/sac"]"#
            )
        }
        let rows = [
            network, machine, ExampleRows.row("networkManagers", "nm", ""),
            child("networkGroups/ng", "networkGroups", ""),
            child(
                "securityAdminConfigurations/sac/ruleCollections/rc",
                "securityAdminConfigurations/ruleCollections",
                #""appliesToGroups": [{"networkGroupId": "\#(manager)/networkGroups/ng"}]"#
            ), rule,
        ]
        return "[\((rows + [members, status].compactMap(\.self)).joined(separator: ",\n "))]"
    }

    private static let manager = "\(ExampleRows.group)/networkManagers/nm"

    private static func child(_ path: String, _ type: String, _ properties: String) -> String {
        """
        {"id": "\(manager)/\(path)", "name": "\(path.split(separator: "/").last ?? "")",
         "type": "Microsoft.Network/networkManagers/\(type)", "properties": {\(properties)}}
        """
    }
}
