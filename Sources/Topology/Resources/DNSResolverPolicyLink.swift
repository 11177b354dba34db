/// The link that puts a virtual network under a resolver policy.
///
/// `Microsoft.Network/dnsResolverPolicies/virtualNetworkLinks`.
package struct DNSResolverPolicyLink: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsResolverPolicies/virtualNetworkLinks"]

    package let resource: Resource
    package let virtualNetwork: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualNetwork = fields.link("virtualNetwork")
    }
}
