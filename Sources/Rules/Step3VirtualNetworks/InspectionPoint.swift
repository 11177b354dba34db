import Topology

/// Where the traffic between networks can be inspected: at a firewall or an appliance in a network, or in a hub of
/// a Virtual WAN.
struct InspectionPoint {
    let layout: NetworkLayout
    private let hubsByNetwork: [ResourceID: [VirtualHub]]
    private let securedHubs: Set<ResourceID>
    private let balancedByNetwork: [ResourceID: [IPAddress]]

    init(_ layout: NetworkLayout) {
        let topology = layout.topology
        self.layout = layout
        let hubs = topology.all(VirtualHub.self)
        var joined: [ResourceID: [VirtualHub]] = [:]
        for hub in hubs {
            let connections = hub.resource.parts(
                "hubVirtualNetworkConnections",
                "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections",
                children: topology.children(of: hub.id)
            )
            for network in connections.compactMap({ $0.fields.reference("remoteVirtualNetwork") }) {
                joined[network, default: []].append(hub)
            }
        }
        hubsByNetwork = joined
        let named = hubs.filter { $0.azureFirewall.value != nil || $0.securityPartnerProvider.value != nil }
            .map(\.id)
        securedHubs = Set(named + topology.all(AzureFirewall.self).compactMap(\.virtualHub.value))
        balancedByNetwork = topology.all(LoadBalancer.self).flatMap(\.frontends).reduce(into: [:]) {
            guard let network = $1.subnet.value?.parent, let address = $1.privateIPAddress.value else {
                return
            }
            $0[network, default: []].append(address)
        }
    }

    /// The hubs of a Virtual WAN a network is connected to.
    func hubs(of network: ResourceID) -> [VirtualHub] { hubsByNetwork[network, default: []] }

    func isSecured(_ hub: VirtualHub) -> Bool { securedHubs.contains(hub.id) }

    /// The networks beside this one, itself included, in which something inspects.
    func inspectingNeighbours(of network: VirtualNetwork) -> [ResourceID] {
        ([network.id] + layout.peers(of: network.id)).filter(layout.inspects)
    }

    /// What inspects in a network, by name.
    func names(in network: ResourceID) -> String {
        let names = layout.firewalls(in: network).map(\.name) + layout.appliances(in: network).map(\.name)
        return names.joined(separator: ", ")
    }

    /// The addresses to which routes may lead traffic for inspection in a network.
    func hops(in network: ResourceID) -> Set<IPAddress> {
        let firewalls = layout.firewalls(in: network).compactMap(\.privateIPAddress)
        let appliances = layout.appliances(in: network).flatMap(\.ipConfigurations).compactMap(
            \.privateIPAddress.value
        )
        guard !appliances.isEmpty else { return Set(firewalls) }
        // Appliances usually stand behind an internal load balancer, whose address the routes name.
        let balanced = balancedByNetwork[network, default: []]
        return Set(firewalls + appliances + balanced)
    }
}
