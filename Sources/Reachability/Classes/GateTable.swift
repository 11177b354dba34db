/// What an armed list does with packets from every address of the world, range by range.
struct ListTable {
    /// Where a range starts; the first one at zero.
    let starts: [Int32]
    /// What it does at places that do not count the address as `VirtualNetwork`, and at those that do.
    let plain: [ListWords]
    let inside: [ListWords]

    init(_ list: Int32, _ run: AxisRun) {
        let model = run.model
        var cuts: Set<Int32> = [0]
        for range in model.sets[Int(model.publicSet)] {
            cuts.formUnion([range.lowerBound, range.upperBound])
        }
        for index in Int(model.starts[Int(list)])..<Int(model.starts[Int(list) + 1]) {
            for set in model.farEnds[Int(model.entries[index].far)].sets {
                for range in model.sets[Int(set)] { cuts.formUnion([range.lowerBound, range.upperBound]) }
            }
        }
        let count = Int32(model.table.world.count)
        var (starts, plain, inside): ([Int32], [ListWords], [ListWords]) = ([], [], [])
        for start in cuts.sorted() where start < count {
            let outer = run.sweep(list, start, isVirtualNetwork: false)
            let inner = run.sweep(list, start, isVirtualNetwork: true)
            if plain.last == outer, inside.last == inner { continue }
            starts.append(start)
            plain.append(outer)
            inside.append(inner)
        }
        self.starts = starts
        self.plain = plain
        self.inside = inside
    }

    func words(at rank: Int32, isVirtualNetwork: Bool) -> ListWords {
        let index = starts.partitioningIndex { $0 > rank } - 1
        guard index >= 0 else { return ListWords() }
        return isVirtualNetwork ? inside[index] : plain[index]
    }
}

/// What a gate does with packets from every address of the world, range by range.
struct GateTable {
    private let starts: [Int32]
    private let words: [GateWords]

    init(_ gate: FilterGate, _ lists: [Int32: ListTable], _ run: AxisRun) {
        var cuts: Set<Int32> = [0]
        for list in lists.values { cuts.formUnion(list.starts) }
        let tag = gate.tag >= 0 ? run.model.sets[Int(gate.tag)] : []
        for range in tag { cuts.formUnion([range.lowerBound, range.upperBound]) }
        var (starts, words): ([Int32], [GateWords]) = ([], [])
        for start in cuts.sorted() where Int(start) < run.model.table.world.count {
            let isVirtual = run.isVirtualNetwork(gate.tag, start)
            let said = GateWords(run.axis.everything, gate) { list in
                lists[list]?.words(at: start, isVirtualNetwork: isVirtual) ?? ListWords()
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
