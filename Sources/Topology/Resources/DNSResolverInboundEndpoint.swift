/// An address at which a private resolver answers.
///
/// `Microsoft.Network/dnsResolvers/inboundEndpoints`.
package struct DNSResolverInboundEndpoint: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsResolvers/inboundEndpoints"]

    package let resource: Resource
    package let ipConfigurations: [GatewayIPConfiguration]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        ipConfigurations = fields.items("ipConfigurations").map(GatewayIPConfiguration.init)
    }
}
