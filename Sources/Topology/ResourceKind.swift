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
