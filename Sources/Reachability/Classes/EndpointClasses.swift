import Topology

/// The endpoints in classes whose members are treated alike, whoever sends and whoever receives.
///
/// Members share the subnet, and with it routes and admin rules, the gates in and out, and every set that any rule asks
/// about. Whatever else a trace told apart is a cut: no class reaches across one.
struct EndpointClasses: Sendable {
    /// The class of each endpoint of the table.
    let classOf: [Int32]
    /// The endpoints of all classes, class by class, in the order of addresses.
    let members: [Int32]
    /// Where the members of each class stand; one more than there are classes.
    let starts: [Int32]
    /// The lowest and the highest address of each class, by place in the world.
    let lows: [Int32]
    let highs: [Int32]
    let inbound: [Int32]
    let outbound: [Int32]
    let subnets: [Int32]
    /// The blocks of each virtual network: the classes of a subnet, in the order of addresses.
    private let blocks: [[Block]]

    private struct Block: Sendable {
        let classes: Range<Int32>
        let low: Int32
        /// The highest address of this block and of all before it.
        let reach: Int32
    }

    var count: Int { lows.count }

    func members(of number: Int) -> ArraySlice<Int32> {
        members[Int(starts[number])..<Int(starts[number + 1])]
    }

    func size(_ number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

    private struct Key: Hashable {
        let subnet: Int32
        let inbound: Int32
        let outbound: Int32
        /// Of a site whose way is a trace of its own, itself; else -1.
        let alone: Int32
        let mark: UInt128
        let cut: Int32
    }

    init(_ table: EndpointTable, _ filters: EstateFilters, marks: [UInt128], cuts: Set<Int32>) {
        let sorted = cuts.sorted()
        var classOf = [Int32](repeating: 0, count: table.count)
        var members: [Int32] = []
        members.reserveCapacity(table.count)
        var starts: [Int32] = [0]
        var (lows, highs): ([Int32], [Int32]) = ([], [])
        var (inbound, outbound, subnets): ([Int32], [Int32], [Int32]) = ([], [], [])
        var blocks: [[Block]] = []
        for range in table.ranges {
            var known: [Key: Int] = [:]
            var keys: [Key] = []
            var found: [[Int32]] = []
            for index in range {
                let rank = table.ranks[index]
                let gate = filters.inbound[index]
                let isAlone = filters.gates[gate].mode == .traced
                let key = Key(
                    subnet: filters.subnetOf[index],
                    inbound: gate,
                    outbound: filters.outbound[index],
                    alone: isAlone ? Int32(index) : -1,
                    mark: marks[Int(rank)],
                    cut: sorted.isEmpty ? 0 : Int32(sorted.partitioningIndex { $0 > rank })
                )
                if let number = known[key] {
                    found[number].append(Int32(index))
                } else {
                    known[key] = found.count
                    keys.append(key)
                    found.append([Int32(index)])
                }
            }
            let order = found.indices.sorted {
                (keys[$0].subnet, found[$0][0]) < (keys[$1].subnet, found[$1][0])
            }
            let first = lows.count
            for number in order {
                for index in found[number] { classOf[Int(index)] = Int32(lows.count) }
                lows.append(table.ranks[Int(found[number][0])])
                highs.append(table.ranks[Int(found[number][found[number].count - 1])])
                inbound.append(keys[number].inbound)
                outbound.append(keys[number].outbound)
                subnets.append(keys[number].subnet)
                members += found[number]
                starts.append(Int32(members.count))
            }
            blocks.append(Self.blocks(first..<lows.count, subnets, lows, highs))
        }
        self.classOf = classOf
        self.members = members
        self.starts = starts
        self.lows = lows
        self.highs = highs
        self.inbound = inbound
        self.outbound = outbound
        self.subnets = subnets
        self.blocks = blocks
    }

    private static func blocks(
        _ classes: Range<Int>,
        _ subnets: [Int32],
        _ lows: [Int32],
        _ highs: [Int32]
    ) -> [Block] {
        var spans: [(classes: Range<Int32>, low: Int32, high: Int32)] = []
        for number in classes {
            if let last = spans.last, subnets[Int(last.classes.lowerBound)] == subnets[number] {
                spans[spans.count - 1] = (
                    last.classes.lowerBound..<Int32(number + 1), min(last.low, lows[number]),
                    max(last.high, highs[number])
                )
            } else {
                spans.append((Int32(number)..<Int32(number + 1), lows[number], highs[number]))
            }
        }
        var reach = Int32.min
        return spans.sorted { $0.low < $1.low }.map { span in
            reach = max(reach, span.high)
            return Block(classes: span.classes, low: span.low, reach: reach)
        }
    }

    /// Calls with every class of a virtual network that has addresses in a range of the world.
    @inline(__always)
    func forEach(in network: Int32, _ range: Range<Int32>, _ body: (Int) -> Void) {
        let blocks = blocks[Int(network)]
        var next = blocks.partitioningIndex { $0.reach >= range.lowerBound }
        while next < blocks.count, blocks[next].low < range.upperBound {
            for number in blocks[next].classes
            where highs[Int(number)] >= range.lowerBound && lows[Int(number)] < range.upperBound {
                body(Int(number))
            }
            next += 1
        }
    }

    /// Whether all addresses of a class lie in a range.
    @inline(__always)
    func isWhole(_ number: Int, _ range: Range<Int32>) -> Bool {
        lows[number] >= range.lowerBound && highs[number] < range.upperBound
    }

    /// The members of a class whose addresses lie in a range, by their places among all members.
    func members(of number: Int, in range: Range<Int32>, _ table: EndpointTable) -> Range<Int> {
        let all = Int(starts[number])..<Int(starts[number + 1])
        guard !isWhole(number, range) else { return all }
        let slice = members[all]
        let first = slice.partitioningIndex { table.ranks[Int($0)] >= range.lowerBound }
        let end = slice.partitioningIndex { table.ranks[Int($0)] >= range.upperBound }
        return first..<max(first, end)
    }
}
