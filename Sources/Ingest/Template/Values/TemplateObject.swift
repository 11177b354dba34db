import Topology

/// An object of the template language: members in order, names compared without case.
struct TemplateObject: Sendable {
    struct Member: Sendable {
        let name: String
        var value: TemplateValue
        var origin: Origin?
    }

    private(set) var members: [Member] = []
    /// The names alone, which are looked through often.
    private var names: [String] = []
    private(set) var size = ValueSize()
    var openness = Openness.closed
    /// Where the object itself was written.
    var origin: Origin?
    /// The places of the names in lower case, once there are many.
    private var places: [String: Int]?

    init() {}

    subscript(_ name: String) -> TemplateValue? { place(of: name).map { members[$0].value } }

    /// The member of that name, with its spelling and origin.
    func member(_ name: String) -> Member? { place(of: name).map { members[$0] } }

    /// Sets a member; one of the same name is replaced in its place.
    mutating func set(_ name: String, _ value: TemplateValue, origin: Origin? = nil) {
        size.add(value.size)
        if let place = place(of: name) {
            members[place].value = value
            if let origin { members[place].origin = origin }
            return
        }
        members.append(Member(name: name, value: value, origin: origin))
        names.append(name)
        if places != nil {
            places?[name.lowercased()] = members.count - 1
        } else if members.count > 16 {
            places = Dictionary(
                members.enumerated().map { ($1.name.lowercased(), $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// The object without some members.
    func without(_ names: Set<String>) -> TemplateObject {
        var rest = TemplateObject()
        rest.openness = openness
        rest.origin = origin
        for member in members where !names.contains(member.name.lowercased()) {
            rest.set(member.name, member.value, origin: member.origin)
        }
        return rest
    }

    private func place(of name: String) -> Int? {
        if let places { return places[name.lowercased()] }
        return names.place(of: name)
    }
}

extension [String] {
    /// The place of a name, compared without case.
    func place(of name: String) -> Int? {
        let count = name.utf8.count
        for index in indices where self[index].utf8.count == count {
            // Most names are spelled alike.
            if self[index] == name || self[index].isSame(as: name) { return index }
        }
        return nil
    }
}
