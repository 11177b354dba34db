/// Parses one expression of the template language.
struct ExpressionParser {
    /// The deepest nesting of calls accepted.
    static let deepest = 80

    private var lexer: ExpressionLexer
    private var token: ExpressionToken
    private var depth = 0

    init(_ text: Substring) throws(TemplateFault) {
        lexer = ExpressionLexer(text)
        token = try lexer.next()
    }

    mutating func parse() throws(TemplateFault) -> TemplateExpression {
        let expression = try expression()
        guard token == .end else { throw unexpected("the end of the expression") }
        return expression
    }

    private mutating func expression() throws(TemplateFault) -> TemplateExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw TemplateFault(
                "The expression is nested deeper than \(Self.deepest) levels.",
                offset: lexer.start
            )
        }
        let base = try primary()
        var steps: [TemplateExpression.Step] = []
        while true {
            if try take(".") {
                guard case .name(let name) = token else { throw unexpected("the name of a property") }
                try advance()
                steps.append(.name(name))
            } else if try take("[") {
                let index = try expression()
                try expect("]")
                steps.append(.index(index))
            } else {
                return steps.isEmpty ? base : .path(base, steps)
            }
        }
    }

    private mutating func primary() throws(TemplateFault) -> TemplateExpression {
        switch token {
        case .string(let text):
            try advance()
            return .literal(.string(text))
        case .integer(let number):
            try advance()
            return .literal(.integer(number))
        case .float(let number):
            try advance()
            return .literal(.float(number))
        case .name(var name):
            let start = lexer.start
            try advance()
            // A function of the user's own has a namespace.
            while try take(".") {
                guard case .name(let rest) = token else { throw unexpected("the name of a function") }
                try advance()
                name += "." + rest
            }
            guard token == .symbol(UInt8(ascii: "(")) else {
                throw TemplateFault(
                    "The template language expression has '\(name)' where a function with parentheses was expected.",
                    offset: start
                )
            }
            return .call(try call(name))
        default: throw unexpected("a function, a string or a number")
        }
    }

    private mutating func call(_ name: String) throws(TemplateFault) -> TemplateExpression.FunctionCall {
        try expect("(")
        var arguments: [TemplateExpression] = []
        if token != .symbol(UInt8(ascii: ")")) {
            repeat { arguments.append(try expression()) } while try take(",")
        }
        try expect(")")
        let key = name.lowercased()
        return TemplateExpression.FunctionCall(
            name: name,
            key: key,
            arguments: arguments,
            function: FunctionTable.function(key)
        )
    }

    private mutating func advance() throws(TemplateFault) { token = try lexer.next() }

    private mutating func take(_ symbol: Unicode.Scalar) throws(TemplateFault) -> Bool {
        guard token == .symbol(UInt8(ascii: symbol)) else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ symbol: Unicode.Scalar) throws(TemplateFault) {
        guard try take(symbol) else { throw unexpected("'\(symbol)'") }
    }

    private func unexpected(_ expected: String) -> TemplateFault {
        let found =
            switch token {
            case .name(let name): "'\(name)'"
            case .string(let text): "the string '\(text.prefix(40))'"
            case .integer(let number): "\(number)"
            case .float(let number): "\(number)"
            case .symbol(let byte): "'\(Character(UnicodeScalar(byte)))'"
            case .end: "the end"
            }
        return TemplateFault(
            "The template language expression is not valid: expected \(expected), found \(found).",
            offset: lexer.start
        )
    }
}
