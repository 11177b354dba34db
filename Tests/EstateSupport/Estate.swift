package import JSON
package import Topology

extension Resource {
    /// A resource from its JSON text; its type is the one it names, else the one its id spells.
    package init?(json: String, file: String = "inline") {
        guard let root = JSONDocument(name: file, text: json).root else { return nil }
        self.init(root)
    }

    /// A resource at a value that has an id and a type.
    package init?(_ value: JSONValue) {
        guard let id = value.member("id")?.string.map(ResourceID.init) else { return nil }
        let named = value.member("type")?.string.flatMap { $0.contains("/") ? ResourceType($0) : nil }
        guard let type = named ?? id.type else { return nil }
        self.init(id: id, type: type, body: value)
    }
}

extension Topology {
    /// An estate from the JSON text of a resource or of an array of them.
    package init(json: String, file: String = "inline") {
        let root = JSONDocument(name: file, text: json).root
        let values = root.map { $0.kind == .array ? $0.elements : [$0] } ?? []
        self.init(resources: values.compactMap { Resource($0) })
    }
}
