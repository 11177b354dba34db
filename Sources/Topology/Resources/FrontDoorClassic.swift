/// A Front Door of the first generation, which retires on 31 March 2027.
///
/// `Microsoft.Network/frontDoors`. Not modelled: rules engines, health probes.
package struct FrontDoorClassic: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/frontDoors"]

    package let resource: Resource
    package let enabledState: Setting<String>
    package let frontendEndpoints: [FrontDoorClassicEndpoint]
    package let routingRules: [FrontDoorClassicRule]
    package let backendPools: [FrontDoorClassicPool]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        enabledState = fields.text("enabledState")
        frontendEndpoints = fields.items("frontendEndpoints").map(FrontDoorClassicEndpoint.init)
        routingRules = fields.items("routingRules").map(FrontDoorClassicRule.init)
        backendPools = fields.items("backendPools").map(FrontDoorClassicPool.init)
    }
}
