/// Typed look-ups; each resource is decoded once.
extension Topology {
    /// All resources of a kind, with their typed values.
    package func all<Kind: ResourceKind>(_ kind: Kind.Type) -> [Kind] {
        memo.value([Kind].self) { Kind.types.flatMap(resources(of:)).map { decoded(kind, $0) } }
    }

    /// The typed values of the resource of that id, or nil where the estate does not hold it or it is of another kind.
    package func find<Kind: ResourceKind>(_ kind: Kind.Type, _ id: ResourceID?) -> Kind? {
        guard let id, let resource = resource(id), Kind.types.contains(resource.type) else { return nil }
        return decoded(kind, resource)
    }

    /// The typed values of what a setting refers to, or nil where it is not set or not in the estate.
    package func find<Kind: ResourceKind>(_ kind: Kind.Type, _ id: Setting<ResourceID>) -> Kind? {
        find(kind, id.value)
    }

    /// The resources of a kind directly below another one.
    package func all<Kind: ResourceKind>(_ kind: Kind.Type, below id: ResourceID) -> [Kind] {
        children(of: id).filter { Kind.types.contains($0.type) }.map { decoded(kind, $0) }
    }

    private func decoded<Kind: ResourceKind>(_ kind: Kind.Type, _ resource: Resource) -> Kind {
        memo.value(DecodedKind<Kind>.self) { DecodedKind() }
            .value(resource) { standAloneChildren(of: resource.id) }
    }
}
