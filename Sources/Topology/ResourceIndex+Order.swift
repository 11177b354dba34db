import JSON

extension ResourceIndex {
    /// Resources with each id once and parents before their children, else in the order given.
    ///
    /// Two with one id are merged: a list often leaves out what a single answer has.
    static func ordered(
        _ resources: [Resource]
    ) -> (resources: [Resource], index: ResourceIndex, diagnostics: [Diagnostic]) {
        var positions: [ResourceID: Int32] = [:]
        positions.reserveCapacity(resources.count)
        var single: [Resource] = []
        single.reserveCapacity(resources.count)
        var diagnostics: [Diagnostic] = []
        for resource in resources {
            guard let earlier = positions.updateValue(Int32(single.count), forKey: resource.id) else {
                single.append(resource)
                continue
            }
            positions[resource.id] = earlier
            let other = single[Int(earlier)]
            diagnostics.append(join(resource, into: &single[Int(earlier)], after: other))
        }
        let index = ResourceIndex(single, positions: positions)
        guard let moved = index.parentsFirst(single) else { return (single, index, diagnostics) }
        for (index, resource) in moved.enumerated() { positions[resource.id] = Int32(index) }
        return (moved, ResourceIndex(moved, positions: positions), diagnostics)
    }

    /// Merges a resource into the one of the same id; answers what there is to say about that.
    private static func join(
        _ later: Resource,
        into kept: inout Resource,
        after first: Resource
    ) -> Diagnostic {
        let place = first.body.position
        let words = "\(later.type) \(later.name) was read before at \(place.file), line \(place.line)"
        guard later.body.text != first.body.text else {
            return Diagnostic(.note, "\(words), with the same content", at: later.body.position, of: later.id)
        }
        let isFuller = later.body.range.count > first.body.range.count
        let (merged, conflicts) = ResourceMerge.merge(first, later)
        kept = merged
        guard !conflicts.isEmpty else {
            return Diagnostic(.note, "\(words); the two are merged", at: later.body.position, of: later.id)
        }
        let named = conflicts.prefix(3).joined(separator: ", ")
        let more = conflicts.count > 3 ? " and \(conflicts.count - 3) more" : ""
        let counts = isFuller ? "this one, which says more," : "the first one"
        return Diagnostic(
            .warning,
            "\(words); the two are merged, and of \(named)\(more), where they differ, \(counts) counts",
            at: later.body.position,
            of: later.id
        )
    }

    /// The resources with every parent before its children, or nil where they stand so already.
    private func parentsFirst(_ resources: [Resource]) -> [Resource]? {
        guard parents.enumerated().contains(where: { $1 > Int32($0) }) else { return nil }
        var isPlaced = [Bool](repeating: false, count: resources.count)
        var ordered: [Resource] = []
        ordered.reserveCapacity(resources.count)
        for index in resources.indices where !isPlaced[index] {
            var line = [index]
            while let last = line.last, parents[last] >= 0, !isPlaced[Int(parents[last])] {
                line.append(Int(parents[last]))
            }
            for position in line.reversed() {
                isPlaced[position] = true
                ordered.append(resources[position])
            }
        }
        return ordered
    }
}
