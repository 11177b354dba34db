/// An expression of the template language, parsed.
indirect enum TemplateExpression: Sendable {
    case literal(TemplateValue)
    case call(FunctionCall)
    /// Properties and elements of a value, from left to right.
    case path(TemplateExpression, [Step])

    enum Step: Sendable {
        case name(String)
        case index(TemplateExpression)
    }

    struct FunctionCall: Sendable {
        /// The name as written, with its namespace for a user's own function.
        let name: String
        /// The name in lower case.
        let key: String
        let arguments: [TemplateExpression]
        /// The function of the language; nil for a user's own one and for one that does not exist.
        let function: TemplateFunction?
    }
}

/// A string of a template that is an expression: its text and what parsing gave.
struct ParsedExpression: Sendable {
    /// The text as it stands in the template, with its brackets.
    let text: String
    let result: Result<TemplateExpression, TemplateFault>

    init(_ text: String) {
        self.text = text
        do throws(TemplateFault) {
            var parser = try ExpressionParser(text.dropFirst().dropLast())
            result = .success(try parser.parse())
        } catch {
            result = .failure(error)
        }
    }

    /// Whether a string is an expression: in brackets, and not escaped by a second one.
    static func isExpression(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count >= 2 && bytes.first == UInt8(ascii: "[") && bytes.last == UInt8(ascii: "]")
            && bytes.dropFirst().first != UInt8(ascii: "[")
    }

    /// A string that is no expression, without the bracket that says so.
    static func unescaped(_ text: String) -> String {
        text.hasPrefix("[[") && text.hasSuffix("]") ? String(text.dropFirst()) : text
    }
}
