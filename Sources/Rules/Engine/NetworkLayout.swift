import Topology

/// Who stands in which virtual network: what controls need to tell a hub from a spoke.
package struct NetworkLayout: Sendable {
    let topology: Topology
    let networks: [VirtualNetwork]
    private let byID: [ResourceID: VirtualNetwork]
    private let firewallsByNetwork: [ResourceID: [AzureFirewall]]
    private let gatewaysByNetwork: [ResourceID: [VirtualNetworkGateway]]
    private let appliancesByNetwork: [ResourceID: [NetworkInterface]]
    private let peersByNetwork: [ResourceID: [ResourceID]]
    private let hubs: Set<ResourceID>

    init(_ topology: Topology) {
        self.topology = topology
        networks = topology.all(VirtualNetwork.self)
        byID = Dictionary(networks.map { ($0.id, $0) }) { first, _ in first }
        firewallsByNetwork = Dictionary(grouping: topology.all(AzureFirewall.self)) {
            $0.virtualNetwork ?? ResourceID("")
        }
        gatewaysByNetwork = Dictionary(grouping: topology.all(VirtualNetworkGateway.self)) {
            $0.virtualNetwork ?? ResourceID("")
        }
        appliancesByNetwork = Dictionary(
            grouping: topology.all(NetworkInterface.self).filter { $0.enableIPForwarding == .set(true) }
        ) { $0.subnets.first?.parent ?? ResourceID("") }
        peersByNetwork = Dictionary(
            networks.map { ($0.id, Self.live($0.peerings).compactMap(\.remoteVirtualNetwork.value)) },
            uniquingKeysWith: +
        )
        let bastions = topology.all(BastionHost.self).compactMap(\.hostNetwork)
        let lenders = networks.flatMap(\.peerings).filter { $0.useRemoteGateways == .set(true) }
        let central = Set(firewallsByNetwork.keys).union(gatewaysByNetwork.keys)
            .union(lenders.compactMap(\.remoteVirtualNetwork.value))
        let equipped = Set(appliancesByNetwork.keys).union(bastions)
            .union(
                networks.filter { $0.peerings.contains { $0.allowGatewayTransit == .set(true) } }.map(\.id)
            )
        hubs = Self.hubs(peersByNetwork, central: central, equipped: equipped)
    }

    /// The networks that hold a firewall or a gateway or lend theirs, and of those that are joined without one the
    /// network in the middle: the one with the most peerings, among equals the one that is equipped for it.
    private static func hubs(
        _ peers: [ResourceID: [ResourceID]],
        central: Set<ResourceID>,
        equipped: Set<ResourceID>
    ) -> Set<ResourceID> {
        let middle = peers.filter { network, joined in
            guard !joined.isEmpty, !joined.contains(where: central.contains) else { return false }
            let most = joined.map { peers[$0, default: []].count }.max() ?? 0
            return joined.count > max(most, 1) || equipped.contains(network) && joined.count >= most
        }
        return central.union(middle.keys)
    }

    private static func live(_ peerings: [VirtualNetworkPeering]) -> [VirtualNetworkPeering] {
        peerings.filter { $0.peeringState.value == nil || $0.peeringState.is("Connected") }
    }

    func network(_ id: ResourceID?) -> VirtualNetwork? { id.flatMap { byID[$0] } }
    func firewalls(in network: ResourceID) -> [AzureFirewall] { firewallsByNetwork[network, default: []] }
    func gateways(in network: ResourceID) -> [VirtualNetworkGateway] {
        gatewaysByNetwork[network, default: []]
    }
    /// Interfaces that forward packets which are not for them.
    func appliances(in network: ResourceID) -> [NetworkInterface] {
        appliancesByNetwork[network, default: []]
    }

    /// The peerings that carry traffic, or for which the input does not say that they do not.
    func livePeerings(of network: VirtualNetwork) -> [VirtualNetworkPeering] { Self.live(network.peerings) }

    /// The networks at the other end of its live peerings.
    func peers(of network: ResourceID) -> [ResourceID] { peersByNetwork[network, default: []] }

    /// The addresses a peering gives a route to: what was synchronised, else what the remote network has.
    func remotePrefixes(of peering: VirtualNetworkPeering) -> [AddressPrefix] {
        let synchronised = peering.remoteAddressSpace.prefixes
        return synchronised.isEmpty
            ? network(peering.remoteVirtualNetwork.value)?.addressSpace.prefixes ?? [] : synchronised
    }

    /// The half of a peering at its other end.
    func twin(of peering: VirtualNetworkPeering) -> VirtualNetworkPeering? {
        network(peering.remoteVirtualNetwork.value)?.peerings
            .first { $0.remoteVirtualNetwork.value == peering.virtualNetwork }
    }

    /// Whether a network is a hub, as far as the estate shows.
    func isHub(_ network: ResourceID) -> Bool { hubs.contains(network) }

    /// Whether a firewall stands in a network, or in a hub an appliance.
    func inspects(_ network: ResourceID) -> Bool {
        !firewalls(in: network).isEmpty || isHub(network) && !appliances(in: network).isEmpty
    }
}

extension AzureFirewall {
    /// The virtual network it stands in; nil in a virtual hub.
    var virtualNetwork: ResourceID? { ipConfigurations.lazy.compactMap(\.subnet.value).first?.parent }
}
