/// A Redis cache.
///
/// `Microsoft.Cache/redis`.
package struct RedisCache: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cache/redis"]

    package let resource: Resource
    package let skuName: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let subnet: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        exposure = ServiceExposure(resource, children: children)
        subnet = fields.link("subnetId")
    }
}
