/// Functions of truth values.
enum LogicalFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("true", 0...0) { _ in .bool(true) },
        TemplateFunction("false", 0...0) { _ in .bool(false) },
        TemplateFunction("not", 1...1) { arguments throws(TemplateFault) in .bool(!(try arguments.bool(0))) },
        TemplateFunction("bool", 1...1) { arguments throws(TemplateFault) in
            switch arguments[0] {
            case .bool: return arguments[0]
            case .integer(let number): return .bool(number != 0)
            case .symbolic(let symbolic): throw .unknown(symbolic)
            default:
                switch try arguments.string(0).lowercased() {
                case "true", "1": return .bool(true)
                case "false", "0": return .bool(false)
                default: throw arguments.fault("'\(try arguments.string(0).prefix(60))' is no boolean.")
                }
            }
        },
        TemplateFunction(
            "and",
            1...Int(Int16.max),
            .form { call throws(TemplateFault) in try fold(call, until: false) }
        ),
        TemplateFunction(
            "or",
            1...Int(Int16.max),
            .form { call throws(TemplateFault) in try fold(call, until: true) }
        ),
        TemplateFunction("xor", 2...2) { arguments throws(TemplateFault) in
            .bool(try arguments.bool(0) != arguments.bool(1))
        },
        TemplateFunction(
            "if",
            3...3,
            .form { call throws(TemplateFault) in
                switch try call.value(0) {
                case .bool(let flag): return try call.value(flag ? 1 : 2)
                case .symbolic(let symbolic):
                    return .symbolic(SymbolicValue("if(\(symbolic.text), …)", symbolic.reason))
                case let other: throw call.arguments([other]).wrong(0, "a boolean")
                }
            }
        ),
    ]

    /// `and` ends at the first false, `or` at the first true, whatever else is not known.
    private static func fold(_ call: FormCall, until end: Bool) throws(TemplateFault) -> TemplateValue {
        var values: [TemplateValue] = []
        for index in 0..<call.count {
            let value = try call.value(index)
            values.append(value)
            switch value {
            case .bool(let flag):
                if flag == end { return .bool(end) }
            case .symbolic: break
            default: throw call.arguments(values).wrong(index, "a boolean")
            }
        }
        return values.contains { $0.symbolic != nil } ? call.arguments(values).symbolic() : .bool(!end)
    }
}
