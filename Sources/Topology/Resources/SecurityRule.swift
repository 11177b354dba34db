import JSON

/// A rule of a network security group.
///
/// `Microsoft.Network/networkSecurityGroups/securityRules` and `…/defaultSecurityRules`.
package struct SecurityRule: PartKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkSecurityGroups/securityRules",
        "Microsoft.Network/networkSecurityGroups/defaultSecurityRules",
    ]

    package enum Access: String, Sendable, CaseIterable { case allow, deny }
    package enum Direction: String, Sendable, CaseIterable { case inbound, outbound }

    package let resource: Resource
    package let priority: Setting<Int>
    package let direction: Setting<Direction>
    package let access: Setting<Access>
    package let networkProtocol: Setting<NetworkProtocol>
    /// The singular and the plural field together (azure-semantics 1.3); so are the other three.
    package let sourceAddresses: [AddressTerm]
    package let sourceApplicationSecurityGroups: [ResourceID]
    package let sourcePorts: [PortTerm]
    package let destinationAddresses: [AddressTerm]
    package let destinationApplicationSecurityGroups: [ResourceID]
    package let destinationPorts: [PortTerm]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        priority = fields.number("priority")
        direction = fields.choice("direction")
        access = fields.choice("access")
        networkProtocol = fields.networkProtocol("protocol")
        sourceAddresses = fields.addresses("sourceAddressPrefix", "sourceAddressPrefixes")
        sourceApplicationSecurityGroups = fields.references("sourceApplicationSecurityGroups")
        sourcePorts = fields.ports("sourcePortRange", "sourcePortRanges")
        destinationAddresses = fields.addresses("destinationAddressPrefix", "destinationAddressPrefixes")
        destinationApplicationSecurityGroups = fields.references("destinationApplicationSecurityGroups")
        destinationPorts = fields.ports("destinationPortRange", "destinationPortRanges")
    }

    /// Whether it is one of Azure's own rules.
    package var isDefault: Bool { resource.type == Self.types[1] }

    package func allows(_ wanted: Direction) -> Bool {
        direction == .set(wanted) && access == .set(.allow)
    }

    package func denies(_ wanted: Direction) -> Bool {
        direction == .set(wanted) && access == .set(.deny)
    }
}
