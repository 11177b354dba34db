/// A policy that narrows a service endpoint to chosen resources.
///
/// `Microsoft.Network/serviceEndpointPolicies`. Not modelled: its definitions.
package struct ServiceEndpointPolicy: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/serviceEndpointPolicies"]

    package let resource: Resource
    package let subnets: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        subnets = fields.references("subnets")
    }
}
