import JSON

/// Every reference of an estate, by what it names; 12 bytes a reference.
struct ReferenceIndex: Sendable {
    /// A reference in the body of resource `source`, `offset` bytes behind its beginning.
    struct Entry: Sendable {
        let source: Int32
        /// The position of what is named, or -1 where the estate does not hold it.
        let target: Int32
        let offset: UInt32
    }

    /// In the order of the sources.
    let entries: [Entry]
    private let starts: [Int32]
    private let byTarget: [Int32]

    init(_ resources: [Resource], _ index: ResourceIndex) {
        var entries: [Entry] = []
        var starts = [Int32](repeating: 0, count: resources.count + 1)
        for (source, resource) in resources.enumerated() {
            for offset in ReferenceScanner.offsets(in: resource.body) {
                let text = JSONValue(document: resource.body.document, offset: offset).string ?? ""
                let named = ResourceID(text)
                guard !named.isSame(orBelow: resource.id) else { continue }
                let target = index.nearest(to: named) ?? -1
                guard let relative = UInt32(exactly: offset - resource.body.offset) else {
                    continue
                }
                entries.append(Entry(source: Int32(source), target: Int32(target), offset: relative))
                if target >= 0 { starts[target + 1] += 1 }
            }
        }
        for index in resources.indices { starts[index + 1] += starts[index] }
        var next = starts
        var byTarget = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        for (position, entry) in entries.enumerated() where entry.target >= 0 {
            byTarget[Int(next[Int(entry.target)])] = Int32(position)
            next[Int(entry.target)] += 1
        }
        self.entries = entries
        self.starts = starts
        self.byTarget = byTarget
    }

    func entries(to target: Int) -> [Entry] {
        byTarget[Int(starts[target])..<Int(starts[target + 1])].map { entries[Int($0)] }
    }
}

extension ResourceIndex {
    /// The resource of that id, else the nearest one whose part the id names; nil where the estate holds neither.
    ///
    /// A part of a resource leads to it, for example an ip configuration to its interface, but a resource does not
    /// lead to its group.
    func nearest(to id: ResourceID) -> Int? {
        if let position = position(of: id) { return position }
        var here = id
        // Azure nests types no deeper than a handful of levels.
        for _ in 0..<min(id.depth, 6) {
            guard let parent = here.parent else { return nil }
            if let position = position(of: parent) { return position }
            here = parent
        }
        return nil
    }
}
