/// A named list of addresses for firewall rules.
///
/// `Microsoft.Network/ipGroups`.
package struct IPGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/ipGroups"]

    package let resource: Resource
    package let ipAddresses: [AddressTerm]
    package let firewalls: [ResourceID]
    package let firewallPolicies: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        ipAddresses = fields.addresses("ipAddresses")
        firewalls = fields.references("firewalls")
        firewallPolicies = fields.references("firewallPolicies")
    }
}
