/// A private resolver: name servers inside a virtual network.
///
/// `Microsoft.Network/dnsResolvers`.
package struct DNSResolver: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsResolvers"]

    package let resource: Resource
    package let virtualNetwork: Setting<ResourceID>
    package let state: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualNetwork = fields.link("virtualNetwork")
        state = fields.text("dnsResolverState")
    }
}
