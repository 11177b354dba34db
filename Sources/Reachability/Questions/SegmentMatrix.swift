package import Topology

/// Which segment reaches which: the estate in groups, counted pair by pair.
package struct SegmentMatrix: Sendable {
    /// What endpoints are grouped by.
    package enum Grouping: Hashable, Sendable {
        case subnet, virtualNetwork, subscription
        /// By the value of a tag of the machine, or of the network where the machine has none.
        case tag(String)
    }

    /// One pair of groups.
    package struct Cell: Sendable {
        package let from: Int
        package let to: Int
        /// The services asked about that any pair allows.
        package let flows: FlowSet
        /// Pairs of different endpoints of which the first one sends.
        package let pairs: Int
        /// Those that some service asked about certainly allows.
        package let allowedPairs: Int
        /// Those of which it cannot be said.
        package let unknownPairs: Int

        /// What the cell shows: every pair, some, none, or not to be said.
        package enum State: String, Sendable, CaseIterable { case allow, partial, deny, unknown }

        package var state: State {
            if allowedPairs == pairs, pairs > 0 { return .allow }
            if allowedPairs > 0 { return .partial }
            return unknownPairs > 0 ? .unknown : .deny
        }
    }

    /// One group of endpoints.
    package struct Group: Sendable {
        package let name: String
        /// The subnet, network or subscription; nil for a tag's value.
        package let id: ResourceID?
        /// Places in the table.
        package let members: [Int]
    }

    package let groups: [Group]
    /// The cells in which something may pass, by sending group, then by receiving group.
    package let openCells: [Cell]
    /// The place of an open cell among them.
    private let places: [Int: Int]
    /// How many members of each group send.
    private let senders: [Int]

    /// The cell of a pair of groups.
    package func cell(from: Int, to: Int) -> Cell {
        if let place = places[from * groups.count + to] { return openCells[place] }
        return Cell(
            from: from,
            to: to,
            flows: FlowSet(),
            pairs: Self.pairs(senders[from], groups[to].members.count, isOwn: from == to),
            allowedPairs: 0,
            unknownPairs: 0
        )
    }

    /// Every cell, by sending group, then by receiving group; O(groups²).
    package var cells: [[Cell]] {
        groups.indices.map { from in groups.indices.map { cell(from: from, to: $0) } }
    }

    /// Pairs of a sender and another endpoint.
    private static func pairs(_ senders: Int, _ members: Int, isOwn: Bool) -> Int {
        senders * members - (isOwn ? senders : 0)
    }

    /// - Parameters:
    ///   - map: The estate.
    ///   - grouping: What to group by.
    ///   - services: By which services; a pair counts as allowed where one of them passes.
    package init(_ map: ReachabilityMap, by grouping: Grouping, services: [Service]) {
        let table = map.table
        let groups = Self.groups(map, grouping)
        self.groups = groups
        let senders = groups.map { group in group.members.count { table.sites[$0].initiates } }
        self.senders = senders
        let tally = MatrixTally(ClassGraph(map, services: services), groups.map(\.members), table.count)
        openCells = tally.cells.map { cell in
            Cell(
                from: cell.from,
                to: cell.to,
                flows: cell.flows,
                pairs: Self.pairs(
                    senders[cell.from],
                    groups[cell.to].members.count,
                    isOwn: cell.from == cell.to
                ),
                allowedPairs: cell.allowed,
                unknownPairs: cell.unknown
            )
        }
        places = Dictionary(
            openCells.enumerated().map { ($0.element.from * groups.count + $0.element.to, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The groups alone, in the order of the table.
    package static func groups(_ map: ReachabilityMap, _ grouping: Grouping) -> [Group] {
        let topology = map.tracer.network.topology
        var order: [String] = []
        var members: [String: [Int]] = [:]
        var ids: [String: ResourceID] = [:]
        for (index, site) in map.table.sites.enumerated() {
            let id: ResourceID? =
                switch grouping {
                case .subnet: site.subnet
                case .virtualNetwork: site.virtualNetwork
                case .subscription: site.subnet.subscription.map { ResourceID("/subscriptions/\($0)") }
                case .tag: nil
                }
            let name: String =
                switch grouping {
                case .subnet: site.subnet.displayName
                case .virtualNetwork, .subscription: id.map { String($0.name) } ?? "none"
                case .tag(let key): topology.tag(key, at: site) ?? "none"
                }
            let key = id?.text.lowercased() ?? name
            if members[key] == nil {
                order.append(key)
                ids[key] = id
            }
            members[key, default: []].append(index)
        }
        return order.map { key in
            let id = ids[key]
            let name = grouping == .subnet ? id?.displayName : id.map { String($0.name) }
            return Group(name: name ?? key, id: id, members: members[key] ?? [])
        }
    }
}

extension Topology {
    /// The value of a tag of what stands at a site: of the resource, its interface, or its virtual network.
    fileprivate func tag(_ key: String, at site: Site) -> String? {
        for id in [site.owner, site.id, site.virtualNetwork].compactMap({ $0 }) {
            if let value = resource(id)?.tags.first(where: { $0.key.lowercased() == key.lowercased() })?.value
            {
                return value
            }
        }
        return nil
    }
}
