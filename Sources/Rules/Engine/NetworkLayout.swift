import Topology

/// Who stands in which virtual network: what controls need to tell a hub from a spoke.
struct NetworkLayout {
    let networks: [VirtualNetwork]
    private let byID: [ResourceID: VirtualNetwork]
    private let firewallsByNetwork: [ResourceID: [AzureFirewall]]
    private let gatewaysByNetwork: [ResourceID: [VirtualNetworkGateway]]
    private let appliancesByNetwork: [ResourceID: [NetworkInterface]]
    private let bastionNetworks: Set<ResourceID>
    /// Networks of which a peer says that it uses their gateway.
    private let lenders: Set<ResourceID>

    init(_ topology: Topology) {
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
        bastionNetworks = Set(topology.all(BastionHost.self).compactMap(\.hostNetwork))
        lenders = Set(
            networks.flatMap(\.peerings).filter { $0.useRemoteGateways == .set(true) }
                .compactMap(\.remoteVirtualNetwork.value)
        )
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
    func livePeerings(of network: VirtualNetwork) -> [VirtualNetworkPeering] {
        network.peerings.filter { $0.peeringState.value == nil || $0.peeringState.is("Connected") }
    }

    /// The networks at the other end of its live peerings.
    func peers(of network: VirtualNetwork) -> [ResourceID] {
        livePeerings(of: network).compactMap(\.remoteVirtualNetwork.value)
    }

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

    /// Whether packets are inspected, or at least forwarded by an appliance, in a network.
    func inspects(_ network: ResourceID) -> Bool {
        !firewalls(in: network).isEmpty || !appliances(in: network).isEmpty
    }

    /// Whether a network is a hub, as far as the estate shows: it holds a firewall or a gateway, lends its gateway
    /// to its peers, or is the one in the middle.
    func isHub(_ id: ResourceID) -> Bool {
        if !firewalls(in: id).isEmpty || !gateways(in: id).isEmpty || lenders.contains(id) { return true }
        guard let network = network(id) else { return false }
        if network.peerings.contains(where: { $0.allowGatewayTransit == .set(true) }) { return true }
        let count = peers(of: network).count
        let most = peers(of: network).compactMap { self.network($0) }.map { peers(of: $0).count }.max() ?? 0
        let isEquipped = bastionNetworks.contains(id) || !appliances(in: id).isEmpty
        return count >= 2 && (count > most || isEquipped && count >= most)
    }
}

extension AzureFirewall {
    /// The virtual network it stands in; nil in a virtual hub.
    var virtualNetwork: ResourceID? { ipConfigurations.lazy.compactMap(\.subnet.value).first?.parent }
}
