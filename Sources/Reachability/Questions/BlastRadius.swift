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
        /// By which services.
        package let flows: FlowSet
        /// Whether any of the flows is certain.
        package let isCertain: Bool
    }

    package let origin: Int
    /// In the order of hops.
    package let reached: [Reached]

    /// How many are reached in exactly so many hops, from one on.
    package var countsByHop: [Int] {
        guard let last = reached.last?.hop else { return [] }
        return (1...last).map { hop in reached.count { $0.hop == hop } }
    }

    /// - Parameters:
    ///   - map: The estate.
    ///   - origin: The place of the first machine in the table.
    ///   - hops: How far to go.
    ///   - services: By which services; by any where it is nil.
    package init(_ map: ReachabilityMap, from origin: Int, hops: Int = 1, services: [Service]? = nil) {
        self.origin = origin
        var seen = Bitset(count: map.table.count)
        seen[origin] = true
        var reached: [Reached] = []
        var frontier = [origin]
        for hop in 1...max(1, hops) where !frontier.isEmpty {
            var found: [Int: Reached] = [:]
            for sender in frontier {
                for (index, step) in Self.steps(map, sender, services, seen) where found[index] == nil {
                    found[index] = Reached(
                        index: index,
                        hop: hop,
                        via: sender,
                        flows: step.flows,
                        isCertain: step.isCertain
                    )
                }
            }
            let next = found.values.sorted { $0.index < $1.index }
            for entry in next { seen[entry.index] = true }
            reached += next
            // What is not certain is shown, but nothing is built on it.
            frontier = next.filter { $0.isCertain && map.table.sites[$0.index].initiates }.map(\.index)
        }
        self.reached = reached
    }

    private struct Hop {
        var flows = FlowSet()
        var isCertain = false
    }

    private static func steps(
        _ map: ReachabilityMap,
        _ sender: Int,
        _ services: [Service]?,
        _ seen: Bitset
    ) -> [Int: Hop] {
        var steps: [Int: Hop] = [:]
        func add(
            _ row: ReachabilityMap.Row,
            _ networkProtocol: NetworkProtocol,
            _ ports: ClosedRange<UInt16>?
        ) {
            func add(_ bits: Bitset, isCertain: Bool) {
                var fresh = bits
                fresh.subtract(seen)
                fresh.forEach { index in
                    steps[index, default: Hop()].flows.insert(networkProtocol, ports)
                    if isCertain { steps[index]?.isCertain = true }
                }
            }
            add(row.certain, isCertain: true)
            add(row.possible, isCertain: false)
        }
        if let services {
            for service in services {
                let row = map.row(from: sender, service)
                let networkProtocol = NetworkProtocol(number: service.protocolNumber)
                add(row, networkProtocol, service.hasPorts ? service.port...service.port : nil)
            }
        } else {
            for part in map.rows(from: sender) { add(part.row, part.networkProtocol, part.ports) }
        }
        return steps
    }
}
