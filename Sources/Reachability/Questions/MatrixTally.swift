/// Counts pairs of endpoints by the groups they are in, class by class.
struct MatrixTally {
    /// A pair of groups between which something may pass.
    struct Cell {
        let from: Int
        let to: Int
        var allowed = 0
        var unknown = 0
        var flows = FlowSet()
    }

    private(set) var cells: [Cell] = []

    /// How many members of a class are in a group.
    private struct Share {
        let group: Int
        let count: Int
    }

    init(_ graph: ClassGraph, _ groups: [[Int]], _ count: Int) {
        var graph = graph
        let classes = graph.classes
        let shares = Self.shares(classes, groups, count)
        let axes = graph.axes
        var sendersOf = [[Int]](repeating: [], count: groups.count)
        for number in 0..<classes.count where classes.outbound[number] >= 0 {
            for share in shares[number] { sendersOf[share.group].append(number) }
        }
        var row = WordRow(classes: classes.count, axes: axes.count)
        var sums = GroupSums(groups: groups.count, axes: axes.count)
        for (from, senders) in sendersOf.enumerated() where !senders.isEmpty {
            for number in senders {
                row.clear()
                for axis in axes.indices {
                    graph.row(of: number, axis: axis) { receiver, certain, possible in
                        row.add(receiver, axis, certain, possible)
                    }
                }
                let own = shares[number].first { $0.group == from }?.count ?? 0
                for receiver in row.met {
                    let (isCertain, isOpen) = row.state(of: receiver)
                    guard isCertain || isOpen else { continue }
                    for share in shares[receiver] {
                        // Nobody counts as its own receiver.
                        let selves = receiver == number && share.group == from ? own : 0
                        let pairs = own * share.count - selves
                        guard pairs > 0 else { continue }
                        sums.add(share.group, pairs, isCertain: isCertain)
                        sums.add(share.group, row.certain(of: receiver))
                    }
                }
            }
            cells += sums.take(from, axes)
        }
    }

    private static func shares(_ classes: EndpointClasses, _ groups: [[Int]], _ count: Int) -> [[Share]] {
        var groupOf = [Int](repeating: -1, count: count)
        for (number, members) in groups.enumerated() {
            for member in members { groupOf[member] = number }
        }
        return (0..<classes.count).map { number in
            var counts: [Int: Int] = [:]
            for member in classes.members(of: number) where groupOf[Int(member)] >= 0 {
                counts[groupOf[Int(member)], default: 0] += 1
            }
            return counts.sorted { $0.key < $1.key }.map { Share(group: $0.key, count: $0.value) }
        }
    }
}

/// The words of one sender for every class, axis by axis.
private struct WordRow {
    private let axes: Int
    private var certain: [UInt64]
    private var possible: [UInt64]
    private var isMet: [Bool]
    private(set) var met: [Int] = []

    init(classes: Int, axes: Int) {
        self.axes = axes
        certain = [UInt64](repeating: 0, count: classes * axes)
        possible = certain
        isMet = [Bool](repeating: false, count: classes)
    }

    mutating func clear() {
        for number in met {
            isMet[number] = false
            for axis in 0..<axes {
                certain[number * axes + axis] = 0
                possible[number * axes + axis] = 0
            }
        }
        met.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func add(_ number: Int, _ axis: Int, _ certain: UInt64, _ possible: UInt64) {
        if !isMet[number] {
            isMet[number] = true
            met.append(number)
        }
        self.certain[number * axes + axis] |= certain
        self.possible[number * axes + axis] |= possible
    }

    @inline(__always)
    func state(of number: Int) -> (isCertain: Bool, isOpen: Bool) {
        var (certain, possible): (UInt64, UInt64) = (0, 0)
        for axis in 0..<axes {
            certain |= self.certain[number * axes + axis]
            possible |= self.possible[number * axes + axis]
        }
        return (certain != 0, possible != 0)
    }

    @inline(__always)
    func certain(of number: Int) -> ArraySlice<UInt64> { certain[number * axes..<(number + 1) * axes] }
}

/// What one group sends to every other.
private struct GroupSums {
    private let axes: Int
    private var allowed: [Int]
    private var unknown: [Int]
    private var flows: [UInt64]
    private var isMet: [Bool]
    private var met: [Int] = []

    init(groups: Int, axes: Int) {
        self.axes = axes
        allowed = [Int](repeating: 0, count: groups)
        unknown = allowed
        flows = [UInt64](repeating: 0, count: groups * axes)
        isMet = [Bool](repeating: false, count: groups)
    }

    @inline(__always)
    mutating func add(_ group: Int, _ pairs: Int, isCertain: Bool) {
        if !isMet[group] {
            isMet[group] = true
            met.append(group)
        }
        if isCertain { allowed[group] += pairs } else { unknown[group] += pairs }
    }

    @inline(__always)
    mutating func add(_ group: Int, _ words: ArraySlice<UInt64>) {
        for axis in 0..<axes { flows[group * axes + axis] |= words[words.startIndex + axis] }
    }

    /// The cells of a sending group; the sums start again at zero.
    mutating func take(_ from: Int, _ axes: [ServiceAxis]) -> [MatrixTally.Cell] {
        let cells = met.sorted().map { to -> MatrixTally.Cell in
            var set = FlowSet()
            for (place, axis) in axes.enumerated() { axis.insert(flows[to * axes.count + place], into: &set) }
            return MatrixTally.Cell(
                from: from,
                to: to,
                allowed: allowed[to],
                unknown: unknown[to],
                flows: set
            )
        }
        for group in met {
            isMet[group] = false
            allowed[group] = 0
            unknown[group] = 0
            for axis in axes.indices { flows[group * axes.count + axis] = 0 }
        }
        met.removeAll(keepingCapacity: true)
        return cells
    }
}
