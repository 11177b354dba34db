import JSON

extension Resource {
    /// The parts of a type: those written inside the resource and those that stand alone, each id once.
    ///
    /// An entry that is nothing but a reference to a stand-alone resource is no part. Where both exist the
    /// stand-alone one counts, in the place of the inner one.
    ///
    /// - Parameters:
    ///   - collection: The array field that holds them, which is also the last word of their type.
    ///   - type: Their type.
    ///   - children: The resources of the estate directly below this one.
    /// - Returns: The parts in the order of the input, stand-alone ones last.
    package func parts(
        _ collection: String,
        _ type: ResourceType,
        children: [Resource]
    ) -> [Resource] {
        parts(in: fields[collection], collection, type, children: children)
    }

    func parts(
        in array: JSONValue?,
        _ collection: String,
        _ type: ResourceType,
        children: [Resource]
    ) -> [Resource] {
        let alone = children.filter { $0.type == type }
        let inner =
            array?.elements.enumerated().compactMap { index, element in
                part(element, index, collection, type)
            } ?? []
        guard !alone.isEmpty else { return inner }
        var left = Dictionary(alone.map { ($0.id, $0) }) { first, _ in first }
        let placed = inner.map { left.removeValue(forKey: $0.id) ?? $0 }
        return placed + alone.filter { left.removeValue(forKey: $0.id) != nil }
    }

    private func part(
        _ element: JSONValue,
        _ index: Int,
        _ collection: String,
        _ type: ResourceType
    ) -> Resource? {
        guard let object = element.object else { return nil }
        let name = object["name"]?.string
        guard name != nil || object["properties"] != nil else { return nil }
        let id = object["id"]?.string.map(ResourceID.init) ?? id.appending(collection, name ?? String(index))
        return Resource(id: id, type: type, body: element)
    }
}
