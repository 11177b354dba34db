import JSON

extension Resource {
    /// The tags, in the order of the input.
    package var tags: [(key: String, value: String)] {
        body.member("tags")?.object?.all.map { ($0.name, $0.value.string ?? $0.value.text) } ?? []
    }

    /// The value of a tag; tag names compare without case, their values with it.
    package func tag(_ key: String) -> String? {
        body.member("tags")?.member(key)?.string
    }
}

extension Topology {
    /// The resources with a tag, or with that value of it.
    ///
    /// The first call reads the tags of the estate.
    package func resources(tagged key: String, _ value: String? = nil) -> [Resource] {
        let holders = tagIndex[key.lowercased(), default: [:]]
        guard let value else { return holders.values.joined().sorted().map { resources[Int($0)] } }
        return holders[value, default: []].map { resources[Int($0)] }
    }

    /// The names of all tags in lower case, in alphabetical order.
    package var tagKeys: [String] { tagIndex.keys.sorted() }

    private var tagIndex: [String: [String: [Int32]]] {
        memo.value([String: [String: [Int32]]].self, for: "tags") {
            var index: [String: [String: [Int32]]] = [:]
            for (position, resource) in resources.enumerated() {
                for (key, value) in resource.tags {
                    index[key.lowercased(), default: [:]][value, default: []].append(Int32(position))
                }
            }
            return index
        }
    }
}
