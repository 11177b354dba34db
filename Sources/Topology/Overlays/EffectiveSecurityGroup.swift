package import JSON

/// The rules of one network security group that Azure told to be in effect on an interface.
///
/// An answer of `effectiveNetworkSecurityGroups`, in which service tags are replaced by their addresses.
package struct EffectiveSecurityGroup: Sendable {
    package let networkSecurityGroup: Setting<ResourceID>
    /// The interface or the subnet the group is set on.
    package let networkInterface: Setting<ResourceID>
    package let subnet: Setting<ResourceID>
    package let rules: [EffectiveSecurityRule]
    package let position: SourcePosition

    package init(_ value: JSONValue) {
        let fields = value.fields
        let association = fields.inner("association")
        networkSecurityGroup = fields.link("networkSecurityGroup")
        networkInterface = association.link("networkInterface")
        subnet = association.link("subnet")
        rules = fields.items("effectiveSecurityRules").map(EffectiveSecurityRule.init)
        position = value.position
    }
}

/// A rule in effect.
package struct EffectiveSecurityRule: Sendable {
    package let name: Setting<String>
    package let priority: Setting<Int>
    package let direction: Setting<SecurityRule.Direction>
    package let access: Setting<SecurityRule.Access>
    package let networkProtocol: Setting<NetworkProtocol>
    /// The addresses, with service tags written out where Azure did so.
    package let sourceAddresses: [AddressTerm]
    package let sourcePorts: [PortTerm]
    package let destinationAddresses: [AddressTerm]
    package let destinationPorts: [PortTerm]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        priority = fields.number("priority")
        direction = fields.choice("direction")
        access = fields.choice("access")
        networkProtocol = fields.networkProtocol("protocol")
        sourceAddresses = Self.addresses(
            fields.addresses("expandedSourceAddressPrefix"),
            fields.addresses("sourceAddressPrefixes"),
            fields.addresses("sourceAddressPrefix")
        )
        sourcePorts = Self.ports(fields.ports("sourcePortRanges"), fields.ports("sourcePortRange"))
        destinationAddresses = Self.addresses(
            fields.addresses("expandedDestinationAddressPrefix"),
            fields.addresses("destinationAddressPrefixes"),
            fields.addresses("destinationAddressPrefix")
        )
        destinationPorts = Self.ports(
            fields.ports("destinationPortRanges"),
            fields.ports("destinationPortRange")
        )
    }

    /// Azure tells the same thing up to three times; the most exact one counts.
    private static func addresses(_ candidates: [AddressTerm]...) -> [AddressTerm] {
        candidates.first { !$0.isEmpty } ?? []
    }

    private static func ports(_ candidates: [PortTerm]...) -> [PortTerm] {
        candidates.first { !$0.isEmpty } ?? []
    }
}
