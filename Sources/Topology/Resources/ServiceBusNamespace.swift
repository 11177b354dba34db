/// A Service Bus namespace.
///
/// `Microsoft.ServiceBus/namespaces`. Its address rules stand in the child `networkRuleSets/default`.
package struct ServiceBusNamespace: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.ServiceBus/namespaces"]

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
