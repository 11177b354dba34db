/// An ExpressRoute circuit, by a provider or on a Direct port.
///
/// `Microsoft.Network/expressRouteCircuits`. The service key is never read.
package struct ExpressRouteCircuit: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/expressRouteCircuits"]

    package let resource: Resource
    package let skuTier: Setting<String>
    package let skuFamily: Setting<String>
    package let circuitProvisioningState: Setting<String>
    package let serviceProviderProvisioningState: Setting<String>
    package let serviceProviderName: Setting<String>
    package let peeringLocation: Setting<String>
    package let bandwidthInMbps: Setting<Int>
    package let expressRoutePort: Setting<ResourceID>
    package let globalReachEnabled: Setting<Bool>
    package let allowClassicOperations: Setting<Bool>
    package let peerings: [ExpressRouteCircuitPeering]
    package let authorizations: [ExpressRouteCircuitAuthorization]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuTier = sku.text("tier")
        skuFamily = sku.text("family")
        circuitProvisioningState = fields.text("circuitProvisioningState")
        serviceProviderProvisioningState = fields.text("serviceProviderProvisioningState")
        let serviceProviderProperties = fields.inner("serviceProviderProperties")
        serviceProviderName = serviceProviderProperties.text("serviceProviderName")
        peeringLocation = serviceProviderProperties.text("peeringLocation")
        bandwidthInMbps = serviceProviderProperties.number("bandwidthInMbps")
        expressRoutePort = fields.link("expressRoutePort")
        globalReachEnabled = fields.flag("globalReachEnabled")
        allowClassicOperations = fields.flag("allowClassicOperations")
        peerings = ExpressRouteCircuitPeering.parts(of: resource, children)
        authorizations = ExpressRouteCircuitAuthorization.parts(of: resource, children)
    }
}
