import Topology

/// What every question about sets rests on: the endpoints, their gates, and every set by the addresses it holds.
struct SetModel: Sendable {
    let tracer: Tracer
    let table: EndpointTable
    let filters: EstateFilters
    /// Each set as ranges of places in the world.
    let sets: [[Range<Int32>]]
    /// The number of the set of all public addresses.
    let publicSet: Int32
    /// The number of the set of all IPv4 addresses.
    let version4Set: Int32
    /// All armed lists in one row, and where each starts.
    let entries: [FilterTable.Entry]
    let starts: [Int32]
    let farEnds: [FarEnd]
    let matches: [ServiceMatch]
    let gates: [FilterGate]
    /// Which sets an address is in, address by address.
    let marks: [UInt128]
    /// The address space of each virtual network.
    let spaces: [[Range<Int32>]]
    /// Destinations that no route is asked about: services of the platform, and what Azure drops everywhere.
    let exempt: [Range<Int32>]
    let dropped: [Range<Int32>]
    /// Whether an interface's own public address may matter to whom it reaches: some network has public addresses.
    let hasPublicSpace: Bool
    /// Empty outside of tests.
    let faults: Faults

    init(_ network: Network) {
        tracer = Tracer(network)
        table = EndpointTable(network)
        var filters = EstateFilters(network, table)
        publicSet = filters.number(of: AddressSpace.internet)
        version4Set = filters.number(of: AddressSpace.version4)
        self.filters = filters
        let table = table
        func ranks(_ set: AddressSet) -> [Range<Int32>] { Self.ranks(set, table) }
        sets = filters.table.sets.values.map(ranks)
        var entries: [FilterTable.Entry] = []
        var starts: [Int32] = [0]
        for list in filters.table.armedLists {
            entries += list
            starts.append(Int32(entries.count))
        }
        self.entries = entries
        self.starts = starts
        farEnds = filters.table.farEnds.values
        matches = filters.table.matches.values
        gates = filters.gates.values
        spaces = table.networks.map { ranks(network.space(of: $0)) }
        exempt = ranks(PlatformService.exempt)
        dropped = ranks(Tracer.multicast)
        // Near ends are settled in the gates; only far ends part addresses.
        var used = Set(farEnds.flatMap(\.sets))
        used.formUnion(gates.flatMap { [$0.tag, $0.perhaps] }.filter { $0 >= 0 })
        used.formUnion([publicSet, version4Set])
        let sets = sets
        faults = network.faults
        let parting = faults.contains(.atomsMerged) ? [] : used.sorted().map { sets[Int($0)] }
        marks = AddressAtoms(parting, count: table.world.count).marks
        hasPublicSpace = network.topology.all(VirtualNetwork.self)
            .contains { network.space(of: $0.id).overlaps(AddressSpace.internet) }
    }

    /// The addresses of the world in a set, as ranges of their places.
    static func ranks(_ set: AddressSet, _ table: EndpointTable) -> [Range<Int32>] {
        guard let low = table.world.first, let high = table.world.last else { return [] }
        var found: [Range<Int32>] = []
        var next = set.ranges.partitioningIndex { $0.upperBound >= low }
        while next < set.ranges.count, set.ranges[next].lowerBound <= high {
            let range = table.ranks(in: set.ranges[next])
            next += 1
            guard !range.isEmpty else { continue }
            if let last = found.last, last.upperBound == range.lowerBound {
                found[found.count - 1] = last.lowerBound..<range.upperBound
            } else {
                found.append(range)
            }
        }
        return found
    }

    /// The classes, none of which reaches across a cut.
    func classes(cuts: Set<Int32>) -> EndpointClasses {
        EndpointClasses(table, filters, marks: marks, cuts: faults.contains(.cutsIgnored) ? [] : cuts)
    }

    /// Whether an address is in a set.
    @inline(__always)
    func isInside(_ set: Int32, _ rank: Int32) -> Bool { sets[Int(set)].holds(rank) }

    /// Whether a far end holds an address, at a place of whose tag `VirtualNetwork` that is known.
    @inline(__always)
    func holding(_ end: Int32, _ rank: Int32, tag: UInt8) -> UInt8 {
        farEnds[Int(end)].holding(
            isInside: { isInside($0, rank) },
            FarPlace(
                tag: tag,
                isPublic: isInside(publicSet, rank),
                isVersion6: !isInside(version4Set, rank)
            )
        )
    }

    /// Whether `VirtualNetwork` covers an address at a gate, as ``Holding``.
    func tag(of gate: FilterGate, _ rank: Int32) -> UInt8 {
        if gate.tag >= 0, isInside(gate.tag, rank) || faults.contains(.tagEverywhere) { return Holding.yes }
        return gate.perhaps >= 0 && isInside(gate.perhaps, rank) ? Holding.open : Holding.no
    }

    /// Where the sets that every list asks about start and end.
    var commonCuts: Set<Int32> {
        var cuts: Set<Int32> = [0]
        for range in sets[Int(publicSet)] + sets[Int(version4Set)] {
            cuts.formUnion([range.lowerBound, range.upperBound])
        }
        return cuts
    }
}

extension [Range<Int32>] {
    /// Whether sorted ranges hold a number.
    @inline(__always)
    func holds(_ number: Int32) -> Bool {
        if count == 1 { return self[0].contains(number) }
        let index = partitioningIndex { $0.upperBound > number }
        return index < count && self[index].lowerBound <= number
    }
}
