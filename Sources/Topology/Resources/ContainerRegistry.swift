/// A container registry.
///
/// `Microsoft.ContainerRegistry/registries`. The service itself refuses TLS below 1.2.
package struct ContainerRegistry: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.ContainerRegistry/registries"]

    package let resource: Resource
    package let skuName: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let loginServer: Setting<String>
    package let adminUserEnabled: Setting<Bool>
    package let anonymousPullEnabled: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        exposure = ServiceExposure(resource, children: children)
        loginServer = fields.text("loginServer")
        adminUserEnabled = fields.flag("adminUserEnabled")
        anonymousPullEnabled = fields.flag("anonymousPullEnabled")
    }
}
