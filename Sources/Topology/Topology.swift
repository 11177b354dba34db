/// The estate: every resource that was read, with its indexes.
///
/// A value; what is expensive is worked out when it is first asked for and kept. The look-ups cost O(1) and what
/// they give back.
package struct Topology: Sendable {
    /// All resources, each id once, parents before their children, else in the order of the input.
    package let resources: [Resource]
    /// What reading them had to say.
    package let diagnostics: [Diagnostic]
    /// What Azure told about the state it is in.
    package let overlays: Overlays
    let reference: ReferenceData

    let index: ResourceIndex
    let memo = Memo()

    package init(
        resources: [Resource],
        diagnostics: [Diagnostic] = [],
        overlays: Overlays = Overlays(),
        reference: ReferenceData = .none
    ) {
        self.overlays = overlays
        self.reference = reference
        let ordered = ResourceIndex.ordered(resources)
        self.resources = ordered.resources
        self.diagnostics = diagnostics + ordered.diagnostics
        index = ordered.index
    }

    /// The resource of that id, which may be a part inside another one, for example a subnet.
    package func resource(_ id: ResourceID) -> Resource? { standAlone(id) ?? part(id) }

    /// All resources of a type, the parts inside others included.
    package func resources(of type: ResourceType) -> [Resource] {
        guard let kind = KindRegistry.partKind(of: type) else { return standAlone(of: type) }
        return memo.value(for: "resources of \(type.text.lowercased())") { parts(kind, type) }
    }

    /// The resources whose id lies directly below, the parts inside the resource included.
    package func children(of id: ResourceID) -> [Resource] {
        let alone = standAloneChildren(of: id)
        guard let parent = resource(id) else { return alone }
        let kinds = KindRegistry.partKinds(in: parent.type)
        guard !kinds.isEmpty else { return alone }
        let parts = kinds.flatMap { $0.resources(of: parent, alone) }
        return parts + alone.filter { child in !kinds.contains { $0.types.first == child.type } }
    }

    /// Every type of which the estate holds a resource of its own.
    package var types: [ResourceType] { index.types.sorted { $0.text.lowercased() < $1.text.lowercased() } }

    func standAlone(_ id: ResourceID) -> Resource? { index.position(of: id).map { resources[$0] } }

    func standAlone(of type: ResourceType) -> [Resource] {
        index.positions(of: type).map { resources[Int($0)] }
    }

    func standAloneChildren(of id: ResourceID) -> [Resource] {
        index.children(of: id).map { resources[Int($0)] }
    }
}
