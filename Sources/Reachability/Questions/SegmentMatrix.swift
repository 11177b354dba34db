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
    /// By sending group, then by receiving group.
    package let cells: [[Cell]]

    /// - Parameters:
    ///   - map: The estate.
    ///   - grouping: What to group by.
    ///   - services: By which services; a pair counts as allowed where one of them passes.
    package init(_ map: ReachabilityMap, by grouping: Grouping, services: [Service]) {
        let groups = Self.groups(map, grouping)
        self.groups = groups
        let count = groups.count
        var groupOf = [Int](repeating: -1, count: map.table.count)
        for (number, group) in groups.enumerated() {
            for member in group.members { groupOf[member] = number }
        }
        let runs = groups.map { Self.runs($0.members) }
        var allowed = [Int](repeating: 0, count: count * count)
        var unknown = allowed
        var flows = [FlowSet](repeating: FlowSet(), count: count * count)
        let sweep = ServiceSweep(map, services)
        for alike in sweep.alike {
            let rows = sweep.rows(of: alike)
            for (from, members) in Dictionary(grouping: alike, by: { groupOf[$0] }) where from >= 0 {
                for to in 0..<count {
                    let cell = from * count + to
                    func pairs(_ bits: Bitset) -> Int {
                        let size = runs[to].reduce(0) { $0 + bits.size(in: $1) }
                        // Nobody counts as its own receiver.
                        let own = from == to && size > 0 ? members.count { bits[$0] } : 0
                        return size * members.count - own
                    }
                    let certain = pairs(rows.certain)
                    let possible = pairs(rows.possible)
                    guard certain + possible > 0 else { continue }
                    allowed[cell] += certain
                    unknown[cell] += possible
                    for (service, row) in zip(services, rows.each)
                    where runs[to].contains(where: { row.certain.size(in: $0) > 0 }) {
                        flows[cell].insert(service)
                    }
                }
            }
        }
        let senders = groups.map { group in group.members.count { map.table.sites[$0].initiates } }
        cells = (0..<count).map { from in
            (0..<count).map { to in
                Cell(
                    from: from,
                    to: to,
                    flows: flows[from * count + to],
                    pairs: senders[from] * groups[to].members.count - (from == to ? senders[from] : 0),
                    allowedPairs: allowed[from * count + to],
                    unknownPairs: unknown[from * count + to]
                )
            }
        }
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

    /// Numbers in order as ranges.
    private static func runs(_ numbers: [Int]) -> [Range<Int>] {
        numbers.reduce(into: []) { runs, number in
            if let last = runs.last, last.upperBound == number {
                runs[runs.count - 1] = last.lowerBound..<number + 1
            } else {
                runs.append(number..<number + 1)
            }
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
