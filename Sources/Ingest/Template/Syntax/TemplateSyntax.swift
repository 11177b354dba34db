/// Reads the JSON of templates in one pass, in the dialect Azure accepts.
///
/// Comments, trailing commas, single quotes, names without quotes, line breaks and control characters in strings are all right. Nesting is
/// bounded, so its recursion is.
struct TemplateSyntax {
    private let bytes: [UInt8]
    private let document: Int
    /// Whether strings in brackets are expressions.
    private let hasExpressions: Bool
    private var index = 0
    private var depth = 0

    /// A whole document.
    static func read(
        _ bytes: [UInt8],
        document: Int,
        from start: Int = 0
    ) throws(TemplateFault) -> TemplateNode {
        var syntax = TemplateSyntax(bytes: bytes, document: document, hasExpressions: true)
        syntax.index = start
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]), start == 0 { syntax.index = 3 }
        return try syntax.value()
    }

    /// The value of a JSON text, as `json()` gives it.
    static func value(of text: String) throws(TemplateFault) -> TemplateValue {
        var syntax = TemplateSyntax(bytes: Array(text.utf8), document: 0, hasExpressions: false)
        let node = try syntax.value()
        syntax.skipBlank()
        guard syntax.index == syntax.bytes.count else { throw syntax.unexpected("the end of the text") }
        return node.written
    }

    private init(bytes: [UInt8], document: Int, hasExpressions: Bool) {
        self.bytes = bytes
        self.document = document
        self.hasExpressions = hasExpressions
    }

    private mutating func value() throws(TemplateFault) -> TemplateNode {
        skipBlank()
        let origin = Origin(document: document, offset: index)
        guard index < bytes.count else { throw unexpected("a value") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return TemplateNode(content: .object(try object()), origin: origin)
        case UInt8(ascii: "["): return TemplateNode(content: .array(try array()), origin: origin)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return TemplateNode(content: scalar(try string()), origin: origin)
        default: return TemplateNode(content: .scalar(try word()), origin: origin)
        }
    }

    private func scalar(_ text: String) -> TemplateNode.Content {
        guard hasExpressions else { return .scalar(.string(text)) }
        return ParsedExpression.isExpression(text)
            ? .expression(ParsedExpression(text)) : .scalar(.string(ParsedExpression.unescaped(text)))
    }

    private mutating func object() throws(TemplateFault) -> TemplateObjectNode {
        try enter()
        defer { depth -= 1 }
        var members: [TemplateObjectNode.Member] = []
        while true {
            skipBlank()
            guard index < bytes.count else { throw unexpected("a name or '}'") }
            if take("}") { return TemplateObjectNode(members: members) }
            let name = try name()
            skipBlank()
            guard take(":") else { throw unexpected("':' behind the name") }
            let value = try value()
            let isKey = hasExpressions && ParsedExpression.isExpression(name)
            members.append(
                TemplateObjectNode.Member(
                    name: hasExpressions ? ParsedExpression.unescaped(name) : name,
                    key: isKey ? ParsedExpression(name) : nil,
                    value: value
                )
            )
            skipBlank()
            if !take(","), index >= bytes.count || bytes[index] != UInt8(ascii: "}") {
                throw unexpected("',' or '}'")
            }
        }
    }

    /// The name of a member; one of letters, digits and `_$` needs no quotes.
    private mutating func name() throws(TemplateFault) -> String {
        guard bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") else {
            return try string()
        }
        let start = index
        while index < bytes.count, Self.isInName(bytes[index]) { index += 1 }
        guard index > start else { throw unexpected("a name in quotes") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "$")
    }

    private mutating func array() throws(TemplateFault) -> [TemplateNode] {
        try enter()
        defer { depth -= 1 }
        var elements: [TemplateNode] = []
        while true {
            skipBlank()
            guard index < bytes.count else { throw unexpected("a value or ']'") }
            if take("]") { return elements }
            elements.append(try value())
            skipBlank()
            if !take(","), index >= bytes.count || bytes[index] != UInt8(ascii: "]") {
                throw unexpected("',' or ']'")
            }
        }
    }

    private mutating func enter() throws(TemplateFault) {
        index += 1
        depth += 1
        guard depth < ValueSize.deepest else {
            throw TemplateFault("The JSON is nested deeper than \(ValueSize.deepest) levels.", offset: index)
        }
    }

    private mutating func string() throws(TemplateFault) -> String {
        let quote = bytes[index]
        let start = index
        index += 1
        var isPlain = true
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\") {
                isPlain = false
                index += 1
            }
            index += 1
        }
        guard index < bytes.count else {
            throw TemplateFault("The string that begins here has no closing quote.", offset: start)
        }
        let range = start + 1..<index
        index += 1
        guard !isPlain else { return String(decoding: bytes[range], as: UTF8.self) }
        return JSONEscapes.decode(bytes, range)
    }

    private mutating func word() throws(TemplateFault) -> TemplateValue {
        let start = index
        while index < bytes.count, !Self.endsWord(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        switch text {
        case "true", "True": return .bool(true)
        case "false", "False": return .bool(false)
        case "null": return .null
        default: break
        }
        if let number = Int(text) { return .integer(number) }
        let isNumber = text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 } == true
        if isNumber, let number = Double(text), number.isFinite { return .float(number) }
        index = start
        throw unexpected("a value")
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: symbol) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlank() {
        while index < bytes.count {
            if bytes[index] <= 0x20 {
                index += 1
            } else if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count {
                if bytes[index + 1] == UInt8(ascii: "/") {
                    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
                } else if bytes[index + 1] == UInt8(ascii: "*") {
                    index += 2
                    while index + 1 < bytes.count,
                        !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/"))
                    {
                        index += 1
                    }
                    index = min(index + 2, bytes.count)
                } else {
                    return
                }
            } else {
                return
            }
        }
    }

    private func unexpected(_ expected: String) -> TemplateFault {
        let found =
            index < bytes.count ? "'\(Character(UnicodeScalar(bytes[index])))'" : "the end of the text"
        return TemplateFault("The JSON is not valid: expected \(expected), found \(found).", offset: index)
    }
}
