/// A private zone: names that only linked virtual networks resolve.
///
/// `Microsoft.Network/privateDnsZones`.
package struct PrivateDNSZone: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/privateDnsZones"]

    package let resource: Resource
    package let numberOfRecordSets: Setting<Int>
    package let numberOfVirtualNetworkLinks: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        numberOfRecordSets = fields.number("numberOfRecordSets")
        numberOfVirtualNetworkLinks = fields.number("numberOfVirtualNetworkLinks")
    }

    /// Whether its name is that of a private link zone.
    package var isPrivateLink: Bool { name.lowercased().hasPrefix("privatelink.") }
}
