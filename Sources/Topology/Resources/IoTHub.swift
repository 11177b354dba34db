/// An IoT hub.
///
/// `Microsoft.Devices/IotHubs`.
package struct IoTHub: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Devices/IotHubs"]

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
