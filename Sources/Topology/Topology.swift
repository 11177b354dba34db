/// The estate: every resource that was read, with its indexes.
package struct Topology: Sendable {
    /// All resources, parents before their children, else in the order of the input.
    package let resources: [Resource]
    /// What reading them had to say.
    package let diagnostics: [Diagnostic]

    private let positions: [ResourceID: Int]
    private let byType: [ResourceType: [Int]]
    private let byParent: [ResourceID: [Int]]

    package init(resources: [Resource], diagnostics: [Diagnostic] = []) {
        self.resources = resources
        self.diagnostics = diagnostics
        positions = Dictionary(
            resources.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        byType = Dictionary(grouping: resources.indices) { resources[$0].type }
        byParent = Dictionary(grouping: resources.indices) { resources[$0].id.parent ?? ResourceID("") }
    }

    /// The resource of that id.
    package func resource(_ id: ResourceID) -> Resource? { positions[id].map { resources[$0] } }

    /// All resources of a type.
    package func resources(of type: ResourceType) -> [Resource] {
        byType[type, default: []].map { resources[$0] }
    }

    /// The resources whose id lies directly below.
    package func children(of id: ResourceID) -> [Resource] { byParent[id, default: []].map { resources[$0] } }

    /// All resources of a kind, with their typed values.
    package func all<Kind: ResourceKind>(_ kind: Kind.Type) -> [Kind] {
        Kind.types.flatMap(resources(of:)).map { Kind($0, children: children(of: $0.id)) }
    }

    /// The typed values of the resource of that id, or nil where the estate does not hold it or it is of another kind.
    package func find<Kind: ResourceKind>(_ kind: Kind.Type, _ id: ResourceID?) -> Kind? {
        guard let id, let resource = resource(id), Kind.types.contains(resource.type) else { return nil }
        return Kind(resource, children: children(of: id))
    }
}

extension Topology {
    /// The typed values of what a setting refers to, or nil where it is not set or not in the estate.
    package func find<Kind: ResourceKind>(_ kind: Kind.Type, _ id: Setting<ResourceID>) -> Kind? {
        find(kind, id.value)
    }
}
