/// Which virtual networks are hubs.
extension Topology {
    /// A virtual network that others share, with what makes it one.
    package struct Hub: Sendable {
        package let virtualNetwork: VirtualNetwork
        /// The gateways, firewalls and Bastions that stand in it.
        package let sharedServices: [Resource]
        /// Whether it offers its gateway to its peers.
        package let offersTransit: Bool
    }

    /// The virtual networks that hold a gateway, an Azure Firewall or a Bastion and either offer gateway transit or
    /// have, among such networks, the most peerings; the reviewer may see it otherwise.
    ///
    /// A network without peerings is no hub: it shares its services with nobody.
    package var hubs: [Hub] {
        memo.value([Hub].self) {
            let candidates = all(VirtualNetwork.self).compactMap { network -> Hub? in
                let services = sharedServices[network.id, default: []]
                guard !services.isEmpty, !network.peerings.isEmpty else { return nil }
                let offers = network.peerings.contains { $0.allowGatewayTransit == .set(true) }
                return Hub(virtualNetwork: network, sharedServices: services, offersTransit: offers)
            }
            let most = candidates.map(\.virtualNetwork.peerings.count).max() ?? 0
            return candidates.filter { $0.offersTransit || $0.virtualNetwork.peerings.count == most }
        }
    }

    package func isHub(_ virtualNetwork: ResourceID) -> Bool {
        hubs.contains { $0.virtualNetwork.id == virtualNetwork }
    }

    /// The networks peered with a hub or connected to a virtual hub that are no hubs themselves.
    package var spokes: [VirtualNetwork] {
        let connected = Set(all(HubVirtualNetworkConnection.self).compactMap(\.remoteVirtualNetwork.value))
        return all(VirtualNetwork.self).filter { network in
            guard !isHub(network.id) else { return false }
            return connected.contains(network.id)
                || network.peerings.contains { $0.remoteVirtualNetwork.value.map(isHub) == true }
        }
    }

    /// The gateways, firewalls and Bastions of each virtual network.
    private var sharedServices: [ResourceID: [Resource]] {
        let gateways = all(VirtualNetworkGateway.self).map { ($0.virtualNetwork, $0.resource) }
        let firewalls = all(AzureFirewall.self).map { firewall in
            (firewall.ipConfigurations.lazy.compactMap(\.subnet.value).first?.parent, firewall.resource)
        }
        let bastions = all(BastionHost.self).map { ($0.hostNetwork, $0.resource) }
        return (gateways + firewalls + bastions).reduce(into: [:]) { found, service in
            guard let network = service.0 else { return }
            found[network, default: []].append(service.1)
        }
    }
}
