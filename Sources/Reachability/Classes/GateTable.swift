/// What an armed list does with packets from every address of the world, range by range.
struct ListTable {
    /// Where a range starts; the first one at zero.
    let starts: [Int32]
    /// What it does at places, by whether they count the address as `VirtualNetwork` (``Holding``).
    private let words: [[ListWords]]

    init(_ list: Int32, _ run: AxisRun) {
        let model = run.model
        var cuts = model.commonCuts
        for index in Int(model.starts[Int(list)])..<Int(model.starts[Int(list) + 1]) {
            for set in model.farEnds[Int(model.entries[index].far)].sets {
                for range in model.sets[Int(set)] { cuts.formUnion([range.lowerBound, range.upperBound]) }
            }
        }
        let count = Int32(model.table.world.count)
        var (starts, words): ([Int32], [[ListWords]]) = ([], [])
        for start in cuts.sorted() where start < count {
            let said = [Holding.no, Holding.yes, Holding.open].map { run.sweep(list, start, tag: $0) }
            if words.last == said { continue }
            starts.append(start)
            words.append(said)
        }
        self.starts = starts
        self.words = words
    }

    func words(at rank: Int32, tag: UInt8) -> ListWords {
        let index = starts.partitioningIndex { $0 > rank } - 1
        return index >= 0 ? words[index][Int(tag)] : ListWords()
    }
}

/// What a gate does with packets from every address of the world, range by range.
struct GateTable {
    private let starts: [Int32]
    private let words: [GateWords]

    init(_ gate: FilterGate, _ lists: [Int32: ListTable], _ run: AxisRun) {
        var cuts: Set<Int32> = [0]
        for list in lists.values { cuts.formUnion(list.starts) }
        let tags = [gate.tag, gate.perhaps].filter { $0 >= 0 }.flatMap { run.model.sets[Int($0)] }
        for range in tags { cuts.formUnion([range.lowerBound, range.upperBound]) }
        var (starts, words): ([Int32], [GateWords]) = ([], [])
        for start in cuts.sorted() where Int(start) < run.model.table.world.count {
            let tag = run.model.tag(of: gate, start)
            let said = GateWords(run.axis.everything, gate) { list in
                lists[list]?.words(at: start, tag: tag) ?? ListWords()
            }
            if words.last == said { continue }
            starts.append(start)
            words.append(said)
        }
        self.starts = starts
        self.words = words
    }

    @inline(__always)
    func words(at rank: Int32) -> GateWords {
        let index = starts.partitioningIndex { $0 > rank } - 1
        return index >= 0 ? words[index] : .closed
    }
}
