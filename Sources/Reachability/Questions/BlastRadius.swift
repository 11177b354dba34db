import Topology

/// What one endpoint reaches, directly and by way of what it reaches.
package struct BlastRadius: Sendable {
    /// One endpoint that is reached.
    package struct Reached: Sendable {
        /// Its place in the table.
        package let index: Int
        /// How many machines in a row have to be taken over, the first being the origin.
        package let hop: Int
        /// From which of them it is reached.
        package let via: Int
        /// By which services: those that certainly pass, or where none does those that may.
        package let flows: FlowSet
        /// Services of which it cannot be said, beside those that certainly pass.
        package let openFlows: FlowSet
        /// Whether any of the flows is certain.
        package let isCertain: Bool
    }

    /// Endpoints that are reached alike.
    package struct Group: Sendable {
        /// Their places in the table, in order.
        package let members: ArraySlice<Int32>
        package let hop: Int
        package let via: Int
        package let flows: FlowSet
        package let openFlows: FlowSet
        package let isCertain: Bool
    }

    package let origin: Int
    /// In the order of hops.
    package let groups: [Group]

    /// How many endpoints are reached.
    package var count: Int { groups.reduce(0) { $0 + $1.members.count } }

    /// How many are reached in exactly so many hops, from one on.
    package var countsByHop: [Int] {
        guard let last = groups.last?.hop else { return [] }
        return (1...last).map { hop in
            groups.reduce(0) { $0 + ($1.hop == hop ? $1.members.count : 0) }
        }
    }

    /// Every endpoint that is reached, in the order of hops and of the table; O(endpoints).
    package var reached: [Reached] {
        groups.flatMap { group in
            group.members.map { index in
                Reached(
                    index: Int(index),
                    hop: group.hop,
                    via: group.via,
                    flows: group.flows,
                    openFlows: group.openFlows,
                    isCertain: group.isCertain
                )
            }
        }
        .sorted { ($0.hop, $0.index) < ($1.hop, $1.index) }
    }

    /// - Parameters:
    ///   - map: The estate.
    ///   - origin: The place of the first machine in the table.
    ///   - hops: How far to go.
    ///   - services: By which services; by any where it is nil.
    package init(_ map: ReachabilityMap, from origin: Int, hops: Int = 1, services: [Service]? = nil) {
        self.origin = origin
        let classes = map.classes
        let model = map.model
        var seen = SeenEndpoints(classes)
        seen.insert(origin)
        var groups: [Group] = []
        var frontier = [[Int32(origin)][...]]
        for hop in 1...max(1, hops) where !frontier.isEmpty {
            let first = groups.count
            for part in frontier {
                var senders = part
                while let sender = senders.first {
                    let row = FlowRow(map, from: Int(sender), services)
                    for entry in row.entries {
                        let fresh = seen.remaining(of: entry.number, entry.members)
                        guard !fresh.isEmpty else { continue }
                        seen.insert(fresh, of: entry.number)
                        groups.append(
                            Group(
                                members: fresh,
                                hop: hop,
                                via: Int(sender),
                                flows: entry.flows,
                                openFlows: entry.openFlows,
                                isCertain: entry.isCertain
                            )
                        )
                    }
                    // Senders of one class reach the same as far as the row holds.
                    senders =
                        senders.filter { $0 != sender && !row.sources.contains(model.table.ranks[Int($0)]) }[
                            ...
                        ]
                }
            }
            // What is not certain is shown, but nothing is built on it.
            frontier = groups[first...].filter { group in
                group.isCertain && group.members.first.map { model.table.sites[Int($0)].initiates } == true
            }
            .map(\.members)
        }
        self.groups = groups
    }
}

/// The endpoints that a walk has met, class by class.
private struct SeenEndpoints {
    private let classes: EndpointClasses
    private var isWhole: [Bool]
    private var some: [Int: Set<Int32>] = [:]

    init(_ classes: EndpointClasses) {
        self.classes = classes
        isWhole = [Bool](repeating: false, count: classes.count)
    }

    mutating func insert(_ index: Int) {
        let number = Int(classes.classOf[index])
        insert([Int32(index)][...], of: number)
    }

    mutating func insert(_ members: ArraySlice<Int32>, of number: Int) {
        guard members.count < classes.size(number) else {
            isWhole[number] = true
            return
        }
        some[number, default: []].formUnion(members)
        if some[number]?.count == classes.size(number) { isWhole[number] = true }
    }

    /// The members not met yet; all of the class, or those between two places.
    func remaining(of number: Int, _ part: Range<Int>?) -> ArraySlice<Int32> {
        guard !isWhole[number] else { return [] }
        let members = part.map { classes.members[$0] } ?? classes.members(of: number)
        guard let met = some[number] else { return members }
        return members.filter { !met.contains($0) }[...]
    }
}
