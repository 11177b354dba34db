/// Functions of text.
enum StringFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("format", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            try TemplateFormat.format(arguments)
        },
        TemplateFunction("string", 1...1) { arguments throws(TemplateFault) in
            if let symbolic = arguments[0].symbolic { return .symbolic(symbolic) }
            if let unknown = arguments[0].unknownPart { throw .unknown(unknown) }
            return .string(arguments[0].scalarText ?? arguments[0].json)
        },
        TemplateFunction("toLower", 1...1) { arguments throws(TemplateFault) in
            try map(arguments) { $0.lowercased() }
        },
        TemplateFunction("toUpper", 1...1) { arguments throws(TemplateFault) in
            try map(arguments) { $0.uppercased() }
        },
        TemplateFunction("trim", 1...1) { arguments throws(TemplateFault) in
            .string(try arguments.string(0).trimmingBlanks)
        },
        TemplateFunction("startsWith", 2...2) { arguments throws(TemplateFault) in
            let (text, start) = (try arguments.string(0).lowercased(), try arguments.string(1).lowercased())
            return .bool(text.utf8.starts(with: start.utf8))
        },
        TemplateFunction("endsWith", 2...2) { arguments throws(TemplateFault) in
            let (text, end) = (try arguments.string(0).lowercased(), try arguments.string(1).lowercased())
            return .bool(text.utf8.reversed().starts(with: end.utf8.reversed()))
        },
        TemplateFunction("replace", 3...3) { arguments throws(TemplateFault) in
            let (old, new) = (try arguments.string(1), try arguments.string(2))
            guard !old.isEmpty else { throw arguments.fault("the text to replace is empty.") }
            let text = try arguments.string(0)
            let grown = new.utf8.count.multipliedReportingOverflow(by: text.utf8.count / old.utf8.count + 1)
            guard !grown.overflow, grown.partialValue < ValueSize.heaviest * 16 else {
                throw arguments.fault("the result is too long.")
            }
            return .string(TextUnits.pieces(of: text, between: [old]).joined(separator: new))
        },
        TemplateFunction("split", 2...2) { arguments throws(TemplateFault) in try split(arguments) },
        TemplateFunction("join", 2...2) { arguments throws(TemplateFault) in
            .string(try arguments.strings(0).joined(separator: arguments.text(1)))
        },
        TemplateFunction("substring", 2...3) { arguments throws(TemplateFault) in try substring(arguments) },
        TemplateFunction("padLeft", 2...3) { arguments throws(TemplateFault) in
            let text = try arguments.text(0)
            let length = try arguments.integer(1)
            let pad = arguments.has(2) ? try arguments.string(2) : " "
            guard pad.utf16.count == 1 else { throw arguments.fault("the padding must be one character.") }
            guard (0...100_000).contains(length) else {
                throw arguments.fault("the length \(length) is not valid.")
            }
            return .string(String(repeating: pad, count: max(0, length - text.utf16.count)) + text)
        },
        TemplateFunction("fail", 1...1) { arguments throws(TemplateFault) in
            throw TemplateFault("The template says that it fails: \(try arguments.text(0))")
        },
    ]

    /// Changes a text; of one that is known in part, the known parts.
    private static func map(
        _ arguments: Arguments,
        _ change: (String) -> String
    ) throws(TemplateFault) -> TemplateValue {
        guard let symbolic = arguments[0].symbolic else { return .string(change(try arguments.string(0))) }
        var spelled = ""
        var depth = 0
        for character in symbolic.spelled {
            if character == "{" { depth += 1 }
            spelled += depth == 0 ? change(String(character)) : String(character)
            if character == "}" { depth -= 1 }
        }
        return arguments.symbolic(spelled: spelled)
    }

    private static func split(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let separators =
            if case .array = arguments[1] { try arguments.strings(1) } else { [try arguments.string(1)] }
        let pieces = TextUnits.pieces(of: try arguments.string(0), between: separators)
        return .list(pieces.map { .string($0) })
    }

    private static func substring(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let text = try arguments.string(0)
        let whole = text.utf16.count
        let start = try arguments.integer(1)
        let length = arguments.has(2) ? try arguments.integer(2) : max(0, whole - start)
        guard start >= 0, length >= 0, start <= whole, length <= whole - start else {
            throw arguments.fault(
                "the index and length must refer to a location within the string (start \(start), length \(length), string of \(whole))."
            )
        }
        return .string(TextUnits.part(of: text, from: start, count: length))
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
