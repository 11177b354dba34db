import Topology

/// Which circuits the ExpressRoute gateways of virtual networks are connected to; E2-17, E2-18, E2-21 and E2-22 ask.
struct GatewayCircuits {
    private let gateways: [VirtualNetworkGateway]
    private let byGateway: [ResourceID: [Connection]]

    init(_ topology: Topology) {
        gateways = topology.all(VirtualNetworkGateway.self)
        byGateway = Dictionary(
            grouping: topology.all(Connection.self).filter { $0.connectionType.is("ExpressRoute") }
        ) { $0.virtualNetworkGateway1.value ?? ResourceID("") }
    }

    /// Judges each gateway for ExpressRoute with its connections; what sort a gateway is may be unknown.
    func judge(_ judge: (VirtualNetworkGateway, [Connection]) -> Judgement) -> [(Resource, Judgement)] {
        gateways.compactMap { gateway in
            if gateway.gatewayType.is("ExpressRoute") {
                return (gateway.resource, judge(gateway, byGateway[gateway.id, default: []]))
            }
            let gap = gateway.gatewayType.gap("gatewayType of \(gateway.name)")
            return gap.map { (gateway.resource, .unknown($0, Proof("gatewayType"))) }
        }
    }
}
