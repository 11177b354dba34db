import Topology

/// Everything one sender reaches, by every service at once, class by class.
struct FlowRow {
    /// Receivers that are reached alike.
    struct Entry {
        let number: Int
        /// Their places among the members of all classes; nil for the whole class.
        let members: Range<Int>?
        let flows: FlowSet
        let openFlows: FlowSet
        let isCertain: Bool
    }

    let entries: [Entry]
    /// The senders of the same class for which it is true, by place in the world.
    let sources: Range<Int32>

    /// By some services, or by every protocol that Azure's rules name and every port.
    init(_ map: ReachabilityMap, from sender: Int, _ services: [Service]?) {
        if let services {
            var builder = FlowRowBuilder(map, ServiceAxis.axes(services))
            builder.add(from: sender)
            (entries, sources) = (builder.entries, builder.sources)
            return
        }
        var cuts = PortCuts(map, from: sender)
        while true {
            var builder = FlowRowBuilder(map, ServiceAxis.axes(Reach.protocols, cuts: cuts.ports))
            builder.add(from: sender)
            guard cuts.add(builder.portCuts, sources: builder.replacedSources, map) else {
                (entries, sources) = (builder.entries, builder.sources)
                return
            }
        }
    }
}

/// The ports at which the services of one sender have to be parted.
private struct PortCuts {
    private(set) var ports: Set<UInt16>
    private var sources: Set<Int32>

    init(_ map: ReachabilityMap, from sender: Int) {
        let model = map.model
        ports = map.portCutsOfTraces
        sources = [model.table.ranks[sender]]
        let gate = model.filters.outbound[sender]
        if gate >= 0 {
            let gate = model.gates[Int(gate)]
            for list in [gate.admin, gate.subnet, gate.interface] where list >= 0 {
                for index in Int(model.starts[Int(list)])..<Int(model.starts[Int(list) + 1]) {
                    ports.formUnion(model.matches[Int(model.entries[index].services)].portCuts)
                }
            }
        }
        for source in sources { addRules(for: source, model) }
    }

    /// Adds what a run turned up.
    ///
    /// - Returns: Whether that was anything new.
    mutating func add(_ found: Set<UInt16>, sources added: Set<Int32>, _ map: ReachabilityMap) -> Bool {
        let before = ports.count
        if !found.isEmpty { map.remember(portCuts: found) }
        ports.formUnion(found)
        for source in added.subtracting(sources) { addRules(for: source, map.model) }
        sources.formUnion(added)
        return ports.count > before
    }

    /// The ports of every rule whose far end may hold an address.
    private mutating func addRules(for source: Int32, _ model: SetModel) {
        let mayHold = model.farEnds.indices.map { end in
            [Holding.no, Holding.yes, Holding.open].contains {
                model.holding(Int32(end), source, tag: $0) != Holding.no
            }
        }
        var isUsed = [Bool](repeating: false, count: model.matches.count)
        for entry in model.entries where mayHold[Int(entry.far)] { isUsed[Int(entry.services)] = true }
        for index in isUsed.indices where isUsed[index] { ports.formUnion(model.matches[index].portCuts) }
    }
}

extension ServiceMatch {
    /// Where a range of its ports starts or ends.
    fileprivate var portCuts: [UInt16] {
        ports.ranges.flatMap { range in
            [range.lowerBound] + (range.upperBound < .max ? [range.upperBound + 1] : [])
        }
    }
}

/// Puts the words of several axes together.
private struct FlowRowBuilder {
    private let classes: EndpointClasses
    private let model: SetModel
    private let axes: [ServiceAxis]
    /// Certain, then possible words of every class, axis by axis.
    private var words: [UInt64]
    private var isMet: [Bool]
    private var met: [Int] = []
    private var parts: [Part: [UInt64]] = [:]
    private(set) var sources: Range<Int32>
    private(set) var portCuts: Set<UInt16> = []
    private(set) var replacedSources: Set<Int32> = []

    private struct Part: Hashable {
        let number: Int
        let members: Range<Int>
    }

    init(_ map: ReachabilityMap, _ axes: [ServiceAxis]) {
        classes = map.classes
        model = map.model
        self.axes = axes
        words = [UInt64](repeating: 0, count: classes.count * axes.count * 2)
        isMet = [Bool](repeating: false, count: classes.count)
        sources = 0..<Int32(model.table.world.count)
    }

    mutating func add(from sender: Int) {
        let width = axes.count * 2
        for (place, axis) in axes.enumerated() {
            var run = AxisRun(model, axis, isForMany: false)
            let row = run.row(from: sender, classes) { number, members, certain, possible in
                if let members {
                    parts[
                        Part(number: number, members: members),
                        default: [UInt64](repeating: 0, count: width)
                    ][
                        place * 2
                    ] |= certain
                    parts[Part(number: number, members: members), default: []][place * 2 + 1] |= possible
                } else {
                    if !isMet[number] {
                        isMet[number] = true
                        met.append(number)
                    }
                    words[number * width + place * 2] |= certain
                    words[number * width + place * 2 + 1] |= possible
                }
            }
            sources = sources.clamped(to: row.sources)
            portCuts.formUnion(run.portCuts)
            replacedSources.formUnion(run.replacedSources)
        }
    }

    /// What was found, each combination of services made into flows once.
    var entries: [FlowRow.Entry] {
        let width = axes.count * 2
        var known: [[UInt64]: (flows: FlowSet, open: FlowSet, isCertain: Bool)] = [:]
        func entry(_ number: Int, _ members: Range<Int>?, _ key: [UInt64]) -> FlowRow.Entry {
            let said = known[key] ?? flows(key)
            known[key] = said
            return FlowRow.Entry(
                number: number,
                members: members,
                flows: said.flows,
                openFlows: said.open,
                isCertain: said.isCertain
            )
        }
        // A class that is reached in part may be reached as a whole by other services.
        var whole = met
        var partial: [FlowRow.Entry] = []
        if !parts.isEmpty {
            let split = Set(parts.keys.map(\.number))
            whole.removeAll { split.contains($0) }
            for number in split.sorted() { partial += pieces(number).map { entry(number, $0.0, $0.1) } }
        }
        return whole.map { entry($0, nil, Array(words[$0 * width..<($0 + 1) * width])) } + partial
    }

    /// The members of a class parted where what reaches them changes.
    private func pieces(_ number: Int) -> [(Range<Int>, [UInt64])] {
        let width = axes.count * 2
        let all = Int(classes.starts[number])..<Int(classes.starts[number + 1])
        let own = parts.filter { $0.key.number == number }
        let cuts = Set(own.keys.flatMap { [$0.members.lowerBound, $0.members.upperBound] })
            .union([all.lowerBound, all.upperBound]).sorted()
        return zip(cuts, cuts.dropFirst()).compactMap { low, high in
            var key = Array(words[number * width..<(number + 1) * width])
            for (part, bits) in own where part.members.contains(low) {
                for index in bits.indices { key[index] |= bits[index] }
            }
            return key.allSatisfy { $0 == 0 } ? nil : (low..<high, key)
        }
    }

    private func flows(_ key: [UInt64]) -> (flows: FlowSet, open: FlowSet, isCertain: Bool) {
        var (certain, possible) = (FlowSet(), FlowSet())
        for (place, axis) in axes.enumerated() {
            axis.insert(key[place * 2], into: &certain)
            axis.insert(key[place * 2 + 1] & ~key[place * 2], into: &possible)
        }
        return certain.isEmpty ? (possible, FlowSet(), false) : (certain, possible, true)
    }
}
