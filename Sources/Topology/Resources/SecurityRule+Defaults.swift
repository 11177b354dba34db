import JSON

extension SecurityRule {
    /// The default rules of a group: as the input lists them, completed by those it lacks.
    static func defaults(of group: Resource) -> [SecurityRule] {
        let listed = group.parts("defaultSecurityRules", types[1], children: [])
            .map { SecurityRule($0, children: []) }
        let names = Set(listed.map { $0.name.lowercased() })
        let added = always.filter { !names.contains($0.name.lowercased()) }.map { element in
            let id = group.id.appending("defaultSecurityRules", element.name)
            return SecurityRule(Resource(id: id, type: types[1], body: element.body), children: [])
        }
        return listed + added
    }

    private struct Always {
        let name: String
        let body: JSONValue
    }

    /// Azure's default rules (azure-semantics 1.2), in the words in which Azure lists them.
    private static let always: [Always] = {
        let rules = [
            ("AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
            ("AllowAzureLoadBalancerInBound", 65001, "Inbound", "Allow", "AzureLoadBalancer", "*"),
            ("DenyAllInBound", 65500, "Inbound", "Deny", "*", "*"),
            ("AllowVnetOutBound", 65000, "Outbound", "Allow", "VirtualNetwork", "VirtualNetwork"),
            ("AllowInternetOutBound", 65001, "Outbound", "Allow", "*", "Internet"),
            ("DenyAllOutBound", 65500, "Outbound", "Deny", "*", "*"),
        ]
        return rules.compactMap { name, priority, direction, access, source, destination in
            let document = JSONDocument(
                name: "Azure's default rules",
                text: """
                    {"name": "\(name)", "properties": {"priority": \(priority), "direction": "\(direction)",
                    "access": "\(access)", "protocol": "*", "sourceAddressPrefix": "\(source)",
                    "sourcePortRange": "*", "destinationAddressPrefix": "\(destination)",
                    "destinationPortRange": "*"}}
                    """
            )
            return document.root.map { Always(name: name, body: $0) }
        }
    }()
}
