/// A user-defined route.
///
/// `Microsoft.Network/routeTables/routes`.
package struct Route: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/routeTables/routes"]

    package let resource: Resource
    /// One prefix, or one service tag.
    package let addressPrefixes: [AddressTerm]
    /// `VnetLocal`, `Internet`, `VirtualAppliance`, `VirtualNetworkGateway` or `None` (azure-semantics 3.3).
    package let nextHopType: Setting<String>
    package let nextHopIPAddress: Setting<IPAddress>
    package let hasBGPOverride: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        addressPrefixes = fields.addresses("addressPrefix")
        nextHopType = fields.text("nextHopType")
        nextHopIPAddress = fields.address("nextHopIpAddress")
        hasBGPOverride = fields.flag("hasBgpOverride")
    }

    /// Whether it is the default route of IPv4 or IPv6.
    package var isDefault: Bool { addressPrefixes.contains(where: \.isEverything) }
}
