/// The addresses or the alias of a name in a zone.
///
/// `A`, `AAAA` and `CNAME` below `Microsoft.Network/privateDnsZones` and `Microsoft.Network/dnsZones`. Not modelled: other records.
package struct DNSRecordSet: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/privateDnsZones/A",
        "Microsoft.Network/privateDnsZones/AAAA",
        "Microsoft.Network/privateDnsZones/CNAME",
        "Microsoft.Network/dnsZones/A",
        "Microsoft.Network/dnsZones/AAAA",
        "Microsoft.Network/dnsZones/CNAME",
    ]

    package let resource: Resource
    package let ttl: Setting<Int>
    package let fqdn: Setting<String>
    package let addresses: [DNSAddressRecord]
    package let addresses6: [DNSAddressRecord]
    package let alias: Setting<String>
    /// The resource of Azure an alias record follows.
    package let target: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        ttl = fields.number("ttl")
        fqdn = fields.text("fqdn")
        addresses = fields.items("aRecords").map(DNSAddressRecord.init)
        addresses6 = fields.items("aaaaRecords").map(DNSAddressRecord.init)
        let cnameRecord = fields.inner("cnameRecord")
        alias = cnameRecord.text("cname")
        target = fields.link("targetResource")
    }
}
