/// A SQL managed instance inside a subnet.
///
/// `Microsoft.Sql/managedInstances`. Not modelled: databases.
package struct SQLManagedInstance: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Sql/managedInstances"]

    package let resource: Resource
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let subnet: Setting<ResourceID>
    package let publicDataEndpointEnabled: Setting<Bool>
    package let proxyOverride: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        exposure = ServiceExposure(resource, children: children)
        subnet = fields.link("subnetId")
        publicDataEndpointEnabled = fields.flag("publicDataEndpointEnabled")
        proxyOverride = fields.text("proxyOverride")
    }
}
