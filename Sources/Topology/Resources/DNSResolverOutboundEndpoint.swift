/// A subnet from which a private resolver asks other servers.
///
/// `Microsoft.Network/dnsResolvers/outboundEndpoints`.
package struct DNSResolverOutboundEndpoint: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsResolvers/outboundEndpoints"]

    package let resource: Resource
    package let subnet: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        subnet = fields.link("subnet")
    }
}
