/// A NAT gateway: outbound TCP and UDP of its subnets leaves with its addresses, nothing comes in.
///
/// `Microsoft.Network/natGateways`. Not modelled: idle timeout, zones.
package struct NATGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/natGateways"]

    package let resource: Resource
    package let publicIPAddresses: [ResourceID]
    package let publicIPPrefixes: [ResourceID]
    /// Back-references, which may be stale: the subnet's own reference decides.
    package let subnets: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        publicIPAddresses = fields.references("publicIpAddresses")
        publicIPPrefixes = fields.references("publicIpPrefixes")
        subnets = fields.references("subnets")
    }
}
