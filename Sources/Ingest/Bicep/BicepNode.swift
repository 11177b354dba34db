/// A value of a Bicep file, as far as it is needed to say where a part of the compiled template comes from.
indirect enum BicepNode: Sendable {
    case object(offset: Int, members: [Member])
    case array(offset: Int, elements: [BicepNode])
    /// What a `for` makes of each element.
    case loop(offset: Int, body: BicepNode)
    case other(offset: Int)

    struct Member: Sendable {
        let name: String
        /// Where the name stands.
        let offset: Int
        let value: BicepNode
    }

    var offset: Int {
        switch self {
        case .object(let offset, _), .array(let offset, _), .loop(let offset, _), .other(let offset): offset
        }
    }

    /// The member of that name of an object, or of what a loop makes.
    func member(_ name: String) -> Member? {
        switch self {
        case .object(_, let members): members.first { $0.name.lowercased() == name.lowercased() }
        case .loop(_, let body): body.member(name)
        case .array, .other: nil
        }
    }

    /// The element of an array.
    func element(_ index: Int) -> BicepNode? {
        guard case .array(_, let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// What a loop makes; nil for anything else.
    var body: BicepNode? {
        if case .loop(_, let body) = self { body } else { nil }
    }
}

/// A statement of a Bicep file that makes a part of the template.
struct BicepDeclaration: Sendable {
    enum Kind: String, Sendable { case resource, module, param, `var`, output, using, `import` }

    let kind: Kind
    /// The symbolic name; for a nested resource that of its parents, too, as the template spells it: `a::b`.
    let symbol: String
    /// The type with its version, or the path of the module or other file.
    let target: String
    let isExisting: Bool
    /// Where the statement begins.
    let offset: Int
    let value: BicepNode
}
