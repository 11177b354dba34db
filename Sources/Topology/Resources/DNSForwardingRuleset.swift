/// Rules that say which server answers for which domain.
///
/// `Microsoft.Network/dnsForwardingRulesets`.
package struct DNSForwardingRuleset: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsForwardingRulesets"]

    package let resource: Resource
    package let outboundEndpoints: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        outboundEndpoints = fields.references("dnsResolverOutboundEndpoints")
    }
}
