/// A policy that blocks or records questions for names.
///
/// `Microsoft.Network/dnsResolverPolicies`.
package struct DNSResolverPolicy: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsResolverPolicies"]

    package let resource: Resource
    package let provisioningState: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        provisioningState = fields.text("provisioningState")
    }
}
