/// The zones in which a private endpoint keeps its records.
///
/// `Microsoft.Network/privateEndpoints/privateDnsZoneGroups`.
package struct PrivateDNSZoneGroup: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/privateEndpoints/privateDnsZoneGroups"]

    package let resource: Resource
    package let zoneConfigurations: [PrivateDNSZoneConfiguration]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        zoneConfigurations = fields.items("privateDnsZoneConfigs").map(PrivateDNSZoneConfiguration.init)
    }
}
