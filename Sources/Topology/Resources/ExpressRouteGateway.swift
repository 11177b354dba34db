/// The ExpressRoute gateway of a virtual hub.
///
/// `Microsoft.Network/expressRouteGateways`.
package struct ExpressRouteGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/expressRouteGateways"]

    package let resource: Resource
    package let virtualHub: Setting<ResourceID>
    package let connections: [ExpressRouteConnection]
    package let allowNonVirtualWANTraffic: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualHub = fields.link("virtualHub")
        connections = ExpressRouteConnection.parts(of: resource, children)
        allowNonVirtualWANTraffic = fields.flag("allowNonVirtualWanTraffic")
    }
}
