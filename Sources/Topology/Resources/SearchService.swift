/// An AI Search service.
///
/// `Microsoft.Search/searchServices`.
package struct SearchService: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Search/searchServices"]

    package let resource: Resource
    package let skuName: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let disableLocalAuthentication: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        exposure = ServiceExposure(resource, children: children)
        disableLocalAuthentication = fields.flag("disableLocalAuth")
    }
}
