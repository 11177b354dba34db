import Topology

/// What the judges of rules need to know of the estate.
struct HygieneEstate {
    let network: Network
    /// Addresses at which something stands.
    let line: AddressLine
    /// Every address that may be somewhere: public ones, those of virtual networks, gateways and hubs.
    let known: AddressSet
    /// Whether routes that no resource lists may bring more.
    let learnsMore: Bool
    private let subnetsOfGroup: [ResourceID: [Subnet]]
    private let sitesOfGroup: [ResourceID: [Site]]

    init(_ network: Network) {
        self.network = network
        let topology = network.topology
        line = AddressLine(network.sites.all.map(\.address.line))
        let subnets = topology.all(Subnet.self)
        subnetsOfGroup = Dictionary(grouping: subnets.filter { $0.networkSecurityGroup.value != nil }) {
            $0.networkSecurityGroup.value ?? $0.id
        }
        sitesOfGroup = Dictionary(grouping: network.sites.all.filter { $0.securityGroup.value != nil }) {
            $0.securityGroup.value ?? $0.id
        }
        let reaches = network.gateways.values.flatMap { $0 }
        let hubs = network.hubs.all
        var prefixes = topology.all(VirtualNetwork.self).flatMap(\.addressSpace.prefixes)
        prefixes += network.links.values.flatMap { $0 }.flatMap(\.prefixes)
        prefixes += reaches.flatMap(\.prefixes)
        for hub in hubs { prefixes += hub.branches.flatMap(\.prefixes) }
        prefixes += topology.all(VirtualHub.self).flatMap(\.addressPrefix.prefixes)
        // Private addresses are known by name alone where a route or a gateway brings them.
        known = AddressSet(prefixes.filter { !$0.isEverything }).union(AddressSpace.inside.complement)
        learnsMore = reaches.contains(where: \.learnsMore) || hubs.contains(where: \.learnsMore)
    }

    /// Where a security group stands: the subnets it is attached to, and interfaces on their own.
    func places(of group: ResourceID, _ direction: SecurityRule.Direction) -> [GuardedPlace] {
        let subnets = (subnetsOfGroup[group] ?? []).compactMap { subnet -> GuardedPlace? in
            let sites = network.sites.sites(in: subnet.id)
            return place(subnet.id, AddressSet(subnet.addressPrefixes.prefixes), sites, direction)
        }
        let attached = Set((subnetsOfGroup[group] ?? []).map(\.id))
        let alone = Dictionary(grouping: sitesOfGroup[group] ?? [], by: \.subnet)
            .filter { !attached.contains($0.key) }.sorted { $0.key.text < $1.key.text }
        return subnets
            + alone.compactMap { subnet, sites in
                place(subnet, AddressSet(sites.map { $0.address.line...$0.address.line }), sites, direction)
            }
    }

    private func place(
        _ subnet: ResourceID,
        _ near: AddressSet,
        _ sites: [Site],
        _ direction: SecurityRule.Direction
    ) -> GuardedPlace? {
        guard let environment = network.environment(of: subnet) else { return nil }
        return GuardedPlace(
            direction: direction,
            place: environment.place,
            near: near,
            nearSites: AddressLine(sites.map(\.address.line)),
            tags: network.tags
        )
    }

    /// The rule of a security group that decides a packet at a place, by the point evaluator.
    func decider(of group: ResourceID, _ packet: Packet, at place: GuardedPlace) -> String? {
        guard let direction = place.direction, let list = network.rules(of: group, direction),
            let number = packet.networkProtocol.number
        else { return nil }
        var probe = Probe(
            protocolNumber: number,
            source: packet.source,
            destination: packet.destination,
            sourcePort: packet.sourcePort ?? Probe.ephemeralPort,
            destinationPort: packet.destinationPort ?? 0
        )
        let near = direction == .inbound ? packet.destination : packet.source
        let groups =
            network.sites.sites(at: near).first { place.near.contains($0.address.line) }?.groups ?? []
        let decision = list.decide(&probe, at: place.place.joined(to: groups))
        return decision.doubt == nil ? decision.entry?.name : nil
    }
}
