import Topology

/// A value as a template has it: expressions are parsed and not evaluated yet.
struct TemplateNode: Sendable {
    indirect enum Content: Sendable {
        /// A scalar that is no expression.
        case scalar(TemplateValue)
        case expression(ParsedExpression)
        case array([TemplateNode])
        case object(TemplateObjectNode)
    }

    let content: Content
    let origin: Origin

    /// The member of that name, where this is an object.
    subscript(_ name: String) -> TemplateNode? { object?[name] }

    var object: TemplateObjectNode? {
        if case .object(let object) = content { object } else { nil }
    }

    var elements: [TemplateNode]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// A string that is no expression.
    var string: String? {
        if case .scalar(.string(let text)) = content { text } else { nil }
    }

    var isNull: Bool {
        if case .scalar(.null) = content { true } else { false }
    }

    /// The value as it is written, expressions left as their text.
    var written: TemplateValue {
        switch content {
        case .scalar(let value): return value
        case .expression(let expression): return .string(expression.text)
        case .array(let elements): return .list(elements.map(\.written))
        case .object(let node):
            var object = TemplateObject()
            object.origin = origin
            for member in node.members {
                object.set(member.name, member.value.written, origin: member.value.origin)
            }
            return .object(object)
        }
    }
}

/// An object as a template has it.
struct TemplateObjectNode: Sendable {
    struct Member: Sendable {
        let name: String
        /// The name where it is an expression.
        let key: ParsedExpression?
        let value: TemplateNode
    }

    let members: [Member]
    /// The names alone, which are looked through often.
    private let names: [String]

    init(members: [Member]) {
        self.members = members
        names = members.map(\.name)
    }

    subscript(_ name: String) -> TemplateNode? { names.place(of: name).map { members[$0].value } }
}
