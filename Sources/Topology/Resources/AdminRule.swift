import JSON

/// A security admin rule: it comes before every network security group.
///
/// `Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules` (azure-semantics 2.1). Of a
/// rule of kind `Default` Azure lists the values too.
package struct AdminRule: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules"
    ]

    package enum Access: String, Sendable, CaseIterable {
        case allow, deny
        /// Lets the packet pass and skips the network security groups of this side.
        case alwaysAllow
    }

    package let resource: Resource
    /// `Custom` or `Default`.
    package let ruleKind: Setting<String>
    package let priority: Setting<Int>
    package let access: Setting<Access>
    package let direction: Setting<SecurityRule.Direction>
    package let networkProtocol: Setting<NetworkProtocol>
    package let sourceAddresses: [AddressTerm]
    package let sourceNetworkGroups: [ResourceID]
    package let sourcePorts: [PortTerm]
    package let destinationAddresses: [AddressTerm]
    package let destinationNetworkGroups: [ResourceID]
    package let destinationPorts: [PortTerm]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        let sources = fields.items("sources")
        let destinations = fields.items("destinations")
        self.resource = resource
        ruleKind = fields.text("kind")
        priority = fields.number("priority")
        access = fields.choice("access")
        direction = fields.choice("direction")
        networkProtocol = fields.networkProtocol("protocol")
        sourceAddresses = Self.addresses(sources)
        sourceNetworkGroups = Self.networkGroups(sources)
        sourcePorts = fields.ports("sourcePortRanges")
        destinationAddresses = Self.addresses(destinations)
        destinationNetworkGroups = Self.networkGroups(destinations)
        destinationPorts = fields.ports("destinationPortRanges")
    }

    private static func addresses(_ items: [JSONObject]) -> [AddressTerm] {
        items.filter { !isNetworkGroup($0) }.flatMap { $0.addresses("addressPrefix") }
    }

    private static func networkGroups(_ items: [JSONObject]) -> [ResourceID] {
        items.filter(isNetworkGroup).compactMap { $0.link("addressPrefix").value }
    }

    private static func isNetworkGroup(_ item: JSONObject) -> Bool {
        item.text("addressPrefixType").is("NetworkGroup")
    }
}
