import Topology

/// Virtual networks that peerings or a Virtual WAN join, directly or over others, and what stands in their middle.
struct JoinedNetworks {
    /// In the order of their ids.
    let networks: [VirtualNetwork]
    let virtualHubs: [VirtualHub]
    /// The networks among them that others share.
    let hubs: [VirtualNetwork]
    /// The networks that no live peering joins to one of the hubs.
    let stray: [VirtualNetwork]
    /// Why more may be joined than the input shows.
    let doubt: String?

    /// Whether it is more than one network on its own.
    var isJoined: Bool { networks.count > 1 || !virtualHubs.isEmpty || doubt != nil }

    /// The resource a finding about the group is put to: the hub, or else the first network.
    var center: Resource? { virtualHubs.first?.resource ?? hubs.first?.resource ?? networks.first?.resource }

    /// The groups of an estate, in the order of their first network; O(networks + peerings).
    static func groups(of layout: NetworkLayout) -> [JoinedNetworks] {
        let connections = Dictionary(grouping: layout.topology.all(HubVirtualNetworkConnection.self)) {
            $0.id.parent
        }
        // A firewall whose place is not known may make any network a hub.
        let unplaced = layout.topology.all(AzureFirewall.self).lazy.flatMap(\.ipConfigurations).compactMap(
            \.subnet.reason
        ).first
        var neighbours: [ResourceID: Set<ResourceID>] = [:]
        for network in layout.networks {
            for peer in layout.peers(of: network.id) {
                neighbours[network.id, default: []].insert(peer)
                neighbours[peer, default: []].insert(network.id)
            }
        }
        // The hubs of one Virtual WAN are joined by it.
        for hub in layout.topology.all(VirtualHub.self) where !hub.isRouteServer {
            let center = hub.virtualWAN.value ?? hub.id
            for other in connections[hub.id, default: []].compactMap(\.remoteVirtualNetwork.value) + [hub.id]
            {
                neighbours[center, default: []].insert(other)
                neighbours[other, default: []].insert(center)
            }
        }
        var seen: Set<ResourceID> = []
        return layout.networks.sorted { $0.id.text < $1.id.text }.compactMap { network in
            guard seen.insert(network.id).inserted else { return nil }
            var reached = [network.id]
            var next = 0
            while next < reached.count {
                reached += neighbours[reached[next], default: []].filter { seen.insert($0).inserted }
                next += 1
            }
            return JoinedNetworks(reached, layout, unplaced)
        }
    }

    private init(_ reached: [ResourceID], _ layout: NetworkLayout, _ unplaced: String?) {
        networks = reached.compactMap(layout.network).sorted { $0.id.text < $1.id.text }
        virtualHubs = reached.compactMap { layout.topology.find(VirtualHub.self, $0) }
            .filter { !$0.isRouteServer }.sorted { $0.id.text < $1.id.text }
        hubs = networks.filter { layout.isHub($0.id) }
        let central = Set(hubs.map(\.id))
        stray = networks.filter { network in
            !central.contains(network.id) && !layout.peers(of: network.id).contains(where: central.contains)
        }
        let peerings = networks.flatMap(layout.livePeerings)
        let outside = peerings.lazy.compactMap(\.remoteVirtualNetwork.value)
            .first { layout.network($0) == nil && !central.contains($0) }
        doubt =
            networks.lazy.compactMap { $0.resource.fields.array("virtualNetworkPeerings").reason }.first
            ?? peerings.lazy.compactMap(\.peeringState.reason).first
            ?? peerings.lazy.compactMap(\.remoteVirtualNetwork.reason).first
            ?? unplaced
            ?? (hubs.isEmpty && virtualHubs.isEmpty
                ? outside.map { "the input does not hold \($0.name), which may be the hub" } : nil)
    }
}
