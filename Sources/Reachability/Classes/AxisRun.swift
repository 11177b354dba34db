import Topology

/// One run over the services of an axis: what lists, gates and ways do with all of them at once, each worked out once.
///
/// It is changed by every question and belongs to one answer.
struct AxisRun {
    let model: SetModel
    let axis: ServiceAxis
    /// Services that the platform does not drop whoever sends them.
    let carried: UInt64
    let words: [ServiceAxis.Words]
    /// Ports at which an atom of the axis would have to be cut; the answer holds only where there are none.
    var portCuts: Set<UInt16> = []

    /// Whether gates are worked out for all addresses at once, which pays where many senders are asked about.
    private let isForMany: Bool
    private var own: GateMemo
    private var replaced: [Int32: Int] = [:]
    private var others: [GateMemo] = []
    private var tables: [GateTable?]
    private var listTables: [Int32: ListTable] = [:]
    var ways: [WayKey: Way] = [:]
    var forwardings: [RoutingKey: [Forwarding]] = [:]
    var arrivals: [Int32: [Arrival]] = [:]
    var peerings: [Int64: PeeringDoubt] = [:]

    init(_ model: SetModel, _ axis: ServiceAxis, isForMany: Bool) {
        self.model = model
        self.axis = axis
        self.isForMany = isForMany
        let isShort = model.faults.contains(.axisEndsEarly)
        words = model.matches.map { axis.words($0, endsEarly: isShort) }
        // What Azure drops everywhere (azure-semantics 1.7).
        var carried = axis.everything
        for (bit, atom) in axis.atoms.enumerated() where atom.protocolNumber == 47 || atom.protocolNumber == 4
        {
            carried &= ~(1 << UInt64(bit))
        }
        self.carried = carried
        own = GateMemo(gates: model.gates.count, lists: isForMany ? 0 : model.starts.count - 1)
        tables = [GateTable?](repeating: nil, count: isForMany ? model.gates.count : 0)
    }

    /// The addresses that replaced those of senders.
    var replacedSources: Set<Int32> { Set(replaced.keys) }

    // MARK: - Gates

    /// Makes an address the one that senders have who keep theirs.
    mutating func setSource(_ rank: Int32) { own.reset(rank) }

    /// The number of the memo for packets from an address; -1 for that of the sender.
    mutating func memo(of source: Int32) -> Int {
        guard source != OutPart.ownSource, source != own.rank else { return -1 }
        if let known = replaced[source] { return known }
        var memo = GateMemo(gates: model.gates.count, lists: isForMany ? 0 : model.starts.count - 1)
        memo.reset(source)
        others.append(memo)
        replaced[source] = others.count - 1
        return others.count - 1
    }

    /// What a gate does with packets from the address of a memo.
    @inline(__always)
    mutating func gateWords(_ gate: Int32, memo: Int) -> GateWords {
        let known = memo < 0 ? own.words(gate) : others[memo].words(gate)
        return known ?? missingWords(gate, memo)
    }

    private mutating func missingWords(_ gate: Int32, _ memo: Int) -> GateWords {
        let rank = memo < 0 ? own.rank : others[memo].rank
        let made: GateWords
        if isForMany {
            made = table(gate).words(at: rank)
        } else {
            let place = model.gates[Int(gate)]
            let tag = model.tag(of: place, rank)
            made = GateWords(axis.everything, place) { list in
                let key = Int(list) * 3 + Int(tag)
                if let known = memo < 0 ? own.list(key) : others[memo].list(key) { return known }
                let said = sweep(list, rank, tag: tag)
                if memo < 0 { own.set(list: key, said) } else { others[memo].set(list: key, said) }
                return said
            }
        }
        if memo < 0 { own.set(gate, made) } else { others[memo].set(gate, made) }
        return made
    }

    /// What a gate does with packets to or from an address.
    func gateWords(_ gate: FilterGate, at rank: Int32) -> GateWords {
        let tag = model.tag(of: gate, rank)
        return GateWords(axis.everything, gate) { sweep($0, rank, tag: tag) }
    }

    /// The first match of an armed list for packets whose far end has an address.
    func sweep(_ list: Int32, _ rank: Int32, tag: UInt8) -> ListWords {
        var sweep = RuleSweep(axis.everything)
        for index in Int(model.starts[Int(list)])..<Int(model.starts[Int(list) + 1]) {
            let entry = model.entries[index]
            let holding = model.holding(entry.far, rank, tag: tag)
            guard holding != Holding.no else { continue }
            let matched = words[Int(entry.services)]
            if entry.isOpen || holding == Holding.open {
                sweep.take(entry.action, certain: 0, open: matched.certain | matched.open)
            } else {
                sweep.take(entry.action, certain: matched.certain, open: matched.open)
            }
            if sweep.undecided == 0 { break }
        }
        return sweep.result
    }

    private mutating func table(_ gate: Int32) -> GateTable {
        if let known = tables[Int(gate)] { return known }
        let place = model.gates[Int(gate)]
        var lists: [Int32: ListTable] = [:]
        for list in [place.admin, place.subnet, place.interface] where list >= 0 {
            let made = listTables[list] ?? ListTable(list, self)
            listTables[list] = made
            lists[list] = made
        }
        let made = GateTable(place, lists, self)
        tables[Int(gate)] = made
        return made
    }
}

/// What is known of the gates for packets from one address.
struct GateMemo {
    private(set) var rank: Int32 = -1
    private var stamp: Int32 = 0
    private var gateStamps: [Int32]
    private var gates: [GateWords]
    private var listStamps: [Int32]
    private var lists: [ListWords]

    init(gates: Int, lists: Int) {
        gateStamps = [Int32](repeating: 0, count: gates)
        self.gates = [GateWords](repeating: .closed, count: gates)
        listStamps = [Int32](repeating: 0, count: lists * 3)
        self.lists = [ListWords](repeating: ListWords(), count: lists * 3)
    }

    mutating func reset(_ rank: Int32) {
        self.rank = rank
        stamp += 1
    }

    @inline(__always)
    func words(_ gate: Int32) -> GateWords? { gateStamps[Int(gate)] == stamp ? gates[Int(gate)] : nil }

    func list(_ key: Int) -> ListWords? { listStamps[key] == stamp ? lists[key] : nil }

    mutating func set(_ gate: Int32, _ words: GateWords) {
        gateStamps[Int(gate)] = stamp
        gates[Int(gate)] = words
    }

    mutating func set(list key: Int, _ words: ListWords) {
        listStamps[key] = stamp
        lists[key] = words
    }
}
