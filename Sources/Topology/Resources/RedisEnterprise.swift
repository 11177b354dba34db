/// A Redis Enterprise cluster.
///
/// `Microsoft.Cache/redisEnterprise`. Not modelled: its databases.
package struct RedisEnterprise: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cache/redisEnterprise"]

    package let resource: Resource
    package let skuName: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        exposure = ServiceExposure(resource, children: children)
    }
}
