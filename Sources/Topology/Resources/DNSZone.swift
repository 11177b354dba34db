/// A public zone.
///
/// `Microsoft.Network/dnsZones`.
package struct DNSZone: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsZones"]

    package let resource: Resource
    package let zoneType: Setting<String>
    package let nameServers: [String]
    package let numberOfRecordSets: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        zoneType = fields.text("zoneType")
        nameServers = fields.texts("nameServers")
        numberOfRecordSets = fields.number("numberOfRecordSets")
    }
}
