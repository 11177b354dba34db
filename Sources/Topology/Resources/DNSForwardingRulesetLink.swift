/// The link that makes a virtual network follow a forwarding ruleset.
///
/// `Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks`.
package struct DNSForwardingRulesetLink: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks"
    ]

    package let resource: Resource
    package let virtualNetwork: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualNetwork = fields.link("virtualNetwork")
    }
}
