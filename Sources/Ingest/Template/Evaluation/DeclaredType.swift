/// What a template declares of a value: its own words and those of the user-defined types it refers to.
struct DeclaredType {
    /// The declaration, then what each `$ref` leads to.
    private let links: [TemplateNode]
    let definitions: TemplateObjectNode

    init(_ node: TemplateNode, _ definitions: TemplateObjectNode) {
        var links = [node]
        while links.count < 20, let reference = links.last?["$ref"]?.string,
            let target = reference.split(separator: "/").last, let next = definitions[String(target)]
        {
            links.append(next)
        }
        self.links = links
        self.definitions = definitions
    }

    /// A word of the declaration; what stands nearer to the value counts.
    subscript(_ word: String) -> TemplateNode? { links.lazy.compactMap { $0[word] }.first }

    /// A type inside this one.
    func inner(_ node: TemplateNode) -> DeclaredType { DeclaredType(node, definitions) }

    /// The name of the type in lower case; empty where none is declared.
    var name: String { self["type"]?.string?.lowercased() ?? "" }

    var isNullable: Bool { links.contains { Self.isTrue($0["nullable"]) } }

    /// Whether an object of this type has no members but those declared, or an array no further elements.
    func isSealed(_ word: String) -> Bool {
        if case .scalar(.bool(false))? = self[word]?.content { true } else { false }
    }

    func limit(_ word: String) -> Int? {
        if case .scalar(.integer(let limit))? = self[word]?.content { limit } else { nil }
    }

    /// The name that Azure's messages have for the type; nil where values of any type will do.
    var expected: String? {
        switch name {
        case "string", "securestring": "String"
        case "int": "Integer"
        case "bool": "Boolean"
        case "array": "Array"
        case "object", "secureobject": "Object"
        default: nil
        }
    }

    private static func isTrue(_ node: TemplateNode?) -> Bool {
        if case .scalar(.bool(true))? = node?.content { true } else { false }
    }
}
