/// The connection of a circuit to a hub's gateway.
///
/// `Microsoft.Network/expressRouteGateways/expressRouteConnections`.
package struct ExpressRouteConnection: PartKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/expressRouteGateways/expressRouteConnections"
    ]

    package let resource: Resource
    package let circuitPeering: Setting<ResourceID>
    package let enableInternetSecurity: Setting<Bool>
    package let expressRouteGatewayBypass: Setting<Bool>
    package let routingWeight: Setting<Int>
    package let routingConfiguration: HubRoutingConfiguration?

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        circuitPeering = fields.link("expressRouteCircuitPeering")
        enableInternetSecurity = fields.flag("enableInternetSecurity")
        expressRouteGatewayBypass = fields.flag("expressRouteGatewayBypass")
        routingWeight = fields.number("routingWeight")
        routingConfiguration = fields.part("routingConfiguration").map(HubRoutingConfiguration.init)
    }
}
