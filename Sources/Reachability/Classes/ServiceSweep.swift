/// The rows of all senders for some services, each worked out once for all senders that share it.
struct ServiceSweep {
    /// Senders that share their rows for every service.
    let alike: [[Int]]
    private let map: ReachabilityMap
    private let services: [Service]

    init(_ map: ReachabilityMap, _ services: [Service]) {
        self.map = map
        self.services = services
        var keys = [Int](repeating: 0, count: map.table.count)
        var isSender = [Bool](repeating: false, count: map.table.count)
        for service in services {
            // The kinds so far, each parted by those of this service.
            var known: [Pair: Int] = [:]
            for (number, members) in map.senders(service).enumerated() {
                for member in members {
                    isSender[member] = true
                    let pair = Pair(before: keys[member], now: number)
                    let key = known[pair] ?? known.count
                    known[pair] = key
                    keys[member] = key
                }
            }
        }
        var groups: [Int: [Int]] = [:]
        for index in keys.indices where isSender[index] { groups[keys[index], default: []].append(index) }
        alike = groups.sorted { $0.key < $1.key }.map(\.value)
    }

    private struct Pair: Hashable {
        let before: Int
        let now: Int
    }

    /// What senders that are alike reach.
    struct Rows {
        /// By each of the services.
        let each: [ReachabilityMap.Row]
        /// By any of them.
        let certain: Bitset
        /// Perhaps by any of them, and certainly by none.
        let possible: Bitset
    }

    func rows(of alike: [Int]) -> Rows {
        let each = services.map { map.sharedRow(from: alike[0], $0) }
        var certain = Bitset(count: map.table.count)
        var possible = certain
        for row in each {
            certain.formUnion(row.certain)
            possible.formUnion(row.possible)
        }
        possible.subtract(certain)
        return Rows(each: each, certain: certain, possible: possible)
    }
}
