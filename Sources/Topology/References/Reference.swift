package import JSON

/// One resource naming another one.
package struct Reference: Sendable {
    /// The resource that names the other: the part inside a resource where parts of that kind also stand alone.
    package let source: Resource
    /// The id as it is spelled there.
    package let id: ResourceID
    /// What is named: the resource, else the nearest existing one that the id stands below; nil where it dangles.
    package let target: Resource?
    /// The string that holds the id, or the name of a member that is one.
    package let place: JSONValue

    package var position: SourcePosition { place.position }

    /// The path from the source as the input spells it, for example `properties.subnet.id`.
    package var path: String { source.body.path(to: place.offset) }
}

extension JSONValue {
    /// The path from this value to the value that holds a byte.
    func path(to wanted: Int) -> String {
        var path = ""
        var here = self
        while here.offset < wanted {
            if let object = here.object {
                guard let member = object.members.last(where: { $0.name.lowerBound <= wanted }) else { break }
                let name = String(decoding: document.bytes[member.name], as: UTF8.self)
                path += path.isEmpty ? name : ".\(name)"
                guard member.value <= wanted else { break }
                here = JSONValue(document: document, offset: member.value)
            } else {
                let elements = here.elements
                guard let index = elements.lastIndex(where: { $0.offset <= wanted }) else { break }
                path += "[\(index)]"
                here = elements[index]
            }
        }
        return path
    }
}
