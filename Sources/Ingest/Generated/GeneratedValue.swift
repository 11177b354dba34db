import JSON

/// A value of a generated body, with the value of the input it was made from.
indirect enum GeneratedValue: Sendable {
    /// A value as the input has it.
    case copied(JSONValue)
    case text(String, from: JSONValue?)
    /// `true`, `false`, a number.
    case literal(String, from: JSONValue?)
    case array([GeneratedValue])
    case object(GeneratedObject)
    /// What only Azure will know, by what it is called in the input.
    case symbolic(String, reason: String, from: JSONValue?)

    static let nothing = GeneratedValue.object(GeneratedObject())

    var isSymbolic: Bool {
        if case .symbolic = self { true } else { false }
    }

    /// The text of a string; nil for any other kind.
    var string: String? {
        switch self {
        case .copied(let value): value.string
        case .text(let text, _): text
        default: nil
        }
    }

    /// A text, or a number or boolean as it is written.
    var word: String? {
        switch self {
        case .copied(let value) where value.kind == .number || value.kind == .bool: value.text
        case .literal(let text, _): text
        default: string
        }
    }

    /// What it was made from, to write something else in its place.
    var origin: JSONValue? {
        switch self {
        case .copied(let value): value
        case .text(_, let value), .literal(_, let value), .symbolic(_, _, let value): value
        case .array, .object: nil
        }
    }

    /// The members of an object, those of a copied one included; nil for any other kind.
    var object: GeneratedObject? {
        switch self {
        case .object(let object): object
        case .copied(let value):
            value.object.map { GeneratedObject($0.all.map { ($0.name, GeneratedValue.copied($0.value)) }) }
        default: nil
        }
    }

    /// The values of an array, those of a copied one included; nil for any other kind.
    var items: [GeneratedValue]? {
        switch self {
        case .array(let items): items
        case .copied(let value) where value.kind == .array: value.elements.map(GeneratedValue.copied)
        default: nil
        }
    }

    subscript(_ name: String) -> GeneratedValue? { object?[name] }
}

/// The members of a generated object, in their order.
struct GeneratedObject: Sendable {
    private(set) var members: [(name: String, value: GeneratedValue)]

    init(_ members: [(name: String, value: GeneratedValue)] = []) { self.members = members }

    /// The member of that name; setting one that is missing puts it at the end.
    subscript(_ name: String) -> GeneratedValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let place = members.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }
}
