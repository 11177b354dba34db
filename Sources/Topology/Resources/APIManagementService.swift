import JSON

/// An API Management service.
///
/// `Microsoft.ApiManagement/service`. Not modelled: its APIs.
package struct APIManagementService: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.ApiManagement/service"]

    package let resource: Resource
    package let skuName: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    /// `None`, `External` or `Internal`.
    package let virtualNetworkType: Setting<String>
    package let subnet: Setting<ResourceID>
    package let gatewayURL: Setting<String>
    /// Old protocols and ciphers that are switched on or off by name, for example `…Security.Protocols.Tls10`.
    package let customProperties: [String: Bool]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        exposure = ServiceExposure(resource, children: children)
        virtualNetworkType = fields.text("virtualNetworkType")
        let virtualNetworkConfiguration = fields.inner("virtualNetworkConfiguration")
        subnet = virtualNetworkConfiguration.link("subnetResourceId")
        gatewayURL = fields.text("gatewayUrl")
        customProperties = Dictionary(
            fields.inner("customProperties").all.compactMap { name, value in value.bool.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
