package import Topology

/// What lies behind a gateway of a virtual network, as far as the input tells (azure-semantics 6).
package struct GatewayReach: Sendable {
    package let gateway: VirtualNetworkGateway
    package let network: ResourceID
    /// The prefixes of sites and client pools, and of networks behind other gateways.
    package let prefixes: [AddressPrefix]
    /// The networks of Azure that other gateways join to it.
    package let networks: [ResourceID]
    /// Whether prefixes come by BGP, which no resource lists: over ExpressRoute always.
    package let learnsMore: Bool

    package var id: ResourceID { gateway.id }
    package var isExpressRoute: Bool { gateway.gatewayType.is("ExpressRoute") }

    init?(_ gateway: VirtualNetworkGateway, _ connections: [Connection], in topology: Topology) {
        guard let network = gateway.virtualNetwork else { return nil }
        self.gateway = gateway
        self.network = network
        let own = connections.filter {
            $0.virtualNetworkGateway1.value == gateway.id || $0.virtualNetworkGateway2.value == gateway.id
        }
        let sites = own.compactMap { topology.find(LocalNetworkGateway.self, $0.localNetworkGateway2) }
            .flatMap(\.addressSpace.prefixes)
        let clients = gateway.vpnClientConfiguration?.addressPool.prefixes ?? []
        let others = own.flatMap { [$0.virtualNetworkGateway1.value, $0.virtualNetworkGateway2.value] }
            .compactMap { $0 }.filter { $0 != gateway.id }
            .compactMap { topology.find(VirtualNetworkGateway.self, $0)?.virtualNetwork }
        networks = others
        prefixes =
            sites + clients
            + others.compactMap { topology.find(VirtualNetwork.self, $0) }.flatMap(\.addressSpace.prefixes)
        learnsMore =
            (gateway.gatewayType.is("ExpressRoute") && !own.isEmpty)
            || own.contains { $0.enableBGP == .set(true) }
    }
}
