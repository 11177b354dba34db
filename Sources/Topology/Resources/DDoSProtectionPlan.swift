/// A DDoS protection plan.
///
/// `Microsoft.Network/ddosProtectionPlans`.
package struct DDoSProtectionPlan: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/ddosProtectionPlans"]

    package let resource: Resource
    package let virtualNetworks: [ResourceID]
    package let publicIPAddresses: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualNetworks = fields.references("virtualNetworks")
        publicIPAddresses = fields.references("publicIPAddresses")
    }
}
