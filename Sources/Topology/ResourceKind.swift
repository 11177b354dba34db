import JSON

/// A kind of resource with typed values.
///
/// A conforming type reads its fields in `init` and keeps the resource it came from, so that evidence can name
/// the property and its place.
package protocol ResourceKind: Sendable {
    /// The ARM types that are of this kind.
    static var types: [ResourceType] { get }

    /// The resource the values were read from.
    var resource: Resource { get }

    /// Reads the typed values.
    ///
    /// - Parameters:
    ///   - resource: The resource itself.
    ///   - children: Resources of the estate whose id lies directly below, for kinds whose parts may stand alone.
    init(_ resource: Resource, children: [Resource])
}

extension ResourceKind {
    package var id: ResourceID { resource.id }
    package var name: String { resource.name }
}

/// A kind that inputs write inside its parent as well as on its own, for example a subnet.
package protocol PartKind: ResourceKind {
    /// The parent's array field that holds such parts; by default the last word of the type.
    static var field: String { get }

    /// Whether it is a detail of its parent, which no input writes on its own; by default it is not.
    static var isDetail: Bool { get }
}

extension PartKind {
    package static var field: String { types.first?.text.split(separator: "/").last.map(String.init) ?? "" }

    package static var isDetail: Bool { false }

    /// The parts of that kind a resource has, those inside it and those that stand alone.
    static func parts(of parent: Resource, _ children: [Resource]) -> [Self] {
        resources(of: parent, children).map { Self($0, children: []) }
    }

    static func resources(of parent: Resource, _ children: [Resource]) -> [Resource] {
        types.first.map { parent.parts(field, $0, children: children) } ?? []
    }
}
