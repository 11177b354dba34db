import JSON

/// Parts that the input wrote inside another resource.
extension Topology {
    /// The parts of a kind in all their parents, then those that stand alone without their parent.
    func parts(_ kind: any PartKind.Type, _ type: ResourceType) -> [Resource] {
        guard let parentType = type.parent, kind.types.first == type else { return standAlone(of: type) }
        let inside = resources(of: parentType).flatMap {
            kind.resources(of: $0, standAloneChildren(of: $0.id))
        }
        let alone = index.positions(of: type).filter { !index.hasParent(Int($0)) }.map { resources[Int($0)] }
        guard !alone.isEmpty else { return inside }
        // A part of a part has no parent in the index, but may have been placed inside.
        let placed = Set(inside.map(\.id))
        return inside + alone.filter { !placed.contains($0.id) }
    }

    /// The part of that id inside a resource that the estate holds, for example an ip configuration.
    func part(_ id: ResourceID) -> Resource? {
        var below: [ResourceID] = []
        var next: ResourceID? = id
        // Azure nests types no deeper than a handful of levels.
        while let here = next, below.count < 6 {
            if var found = standAlone(here) {
                for step in below.reversed() {
                    guard let part = found.part(step) else { return nil }
                    found = part
                }
                return found
            }
            below.append(here)
            next = here.parent
        }
        return nil
    }
}

extension Resource {
    /// The part of that id, one level below.
    func part(_ id: ResourceID) -> Resource? {
        let segments = id.text.split(separator: "/").suffix(2)
        guard segments.count == 2, let collection = segments.first, let name = segments.last else {
            return nil
        }
        let type = ResourceType("\(self.type.text)/\(collection)")
        let field = KindRegistry.partKind(of: type)?.field ?? String(collection)
        let element = fields[field]?.elements.first { element in
            guard let object = element.object else { return false }
            return object["name"]?.string?.isSame(as: name) == true
                || object["id"]?.string?.isSame(as: id.text) == true
        }
        return element.map { Resource(id: id, type: type, body: $0) }
    }
}
