import Topology

/// The connected groups that network managers make: meshes, and spokes connected directly (azure-semantics 2.2).
struct ConnectedGroups: Sendable {
    /// One group: the prefixes of each member that the others reach.
    private struct Group: Sendable {
        let prefixes: [ResourceID: [AddressPrefix]]
        let regions: [ResourceID: String]
        let isGlobal: Bool
    }

    private let groups: [Group]
    private let groupsOf: [ResourceID: [Int]]

    /// The links are the peerings of each virtual network.
    init(_ topology: Topology, links: [ResourceID: [PeeringLink]]) {
        let deployments = ManagerDeployments(topology)
        let members = NetworkGroupMembers(topology)
        var groups: [Group] = []
        for configuration in topology.all(ConnectivityConfiguration.self) {
            let isMesh = configuration.topology.is("Mesh")
            for target in configuration.groups {
                guard isMesh || target.groupConnectivity.is("DirectlyConnected"),
                    let group = target.networkGroup.value
                else { continue }
                let networks = members.networks(in: group).compactMap {
                    topology.find(VirtualNetwork.self, $0)
                }
                .filter { deployments.isDeployed(configuration.id, in: $0.resource.location ?? "") }
                guard networks.count > 1 else { continue }
                let isGlobal = isMesh ? configuration.isGlobal == .set(true) : target.isGlobal == .set(true)
                groups.append(Self.group(networks, isGlobal, links))
            }
        }
        self.groups = groups
        groupsOf = groups.enumerated().reduce(into: [:]) { found, entry in
            for network in entry.element.prefixes.keys { found[network, default: []].append(entry.offset) }
        }
    }

    /// The other members that a network reaches directly, with the prefixes it reaches there.
    func reachable(from network: ResourceID) -> [(network: ResourceID, prefixes: [AddressPrefix])] {
        (groupsOf[network] ?? []).flatMap { index in
            let group = groups[index]
            let region = group.regions[network]
            return group.prefixes.filter { member, prefixes in
                member != network && !prefixes.isEmpty && (group.isGlobal || group.regions[member] == region)
            }
            .map { (network: $0.key, prefixes: $0.value) }
            .sorted { $0.network.text < $1.network.text }
        }
    }

    /// Addresses that two members share, or that a member reaches outside by a peering, are no part of the group.
    private static func group(
        _ networks: [VirtualNetwork],
        _ isGlobal: Bool,
        _ links: [ResourceID: [PeeringLink]]
    ) -> Group {
        let ids = Set(networks.map(\.id))
        let outside = networks.flatMap { links[$0.id] ?? [] }.filter { !ids.contains($0.remote) }
        var taken = AddressSet.empty
        var ambiguous = AddressSet(outside.flatMap(\.prefixes))
        for network in networks {
            let own = AddressSet(network.addressSpace.prefixes)
            ambiguous = ambiguous.union(taken.intersection(own))
            taken = taken.union(own)
        }
        return Group(
            prefixes: Dictionary(
                networks.map { network in
                    let own = AddressSet(network.addressSpace.prefixes)
                    return (
                        network.id,
                        own.overlaps(ambiguous)
                            ? own.subtracting(ambiguous).blocks : network.addressSpace.prefixes
                    )
                },
                uniquingKeysWith: { first, _ in first }
            ),
            regions: Dictionary(
                networks.map { ($0.id, ManagerDeployments.plain($0.resource.location ?? "")) },
                uniquingKeysWith: { first, _ in first }
            ),
            isGlobal: isGlobal
        )
    }
}
