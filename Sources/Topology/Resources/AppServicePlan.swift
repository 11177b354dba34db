/// The machines of one or more web apps.
///
/// `Microsoft.Web/serverFarms`.
package struct AppServicePlan: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Web/serverFarms"]

    package let resource: Resource
    package let skuName: Setting<String>
    package let skuTier: Setting<String>
    package let hostingEnvironment: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        skuTier = sku.text("tier")
        hostingEnvironment = fields.link("hostingEnvironmentProfile")
    }
}
