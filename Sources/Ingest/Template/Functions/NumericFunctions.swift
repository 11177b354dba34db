/// Functions of numbers.
enum NumericFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("add", 2...2) { arguments throws(TemplateFault) in
            try calculate(arguments) { $0.addingReportingOverflow($1) }
        },
        TemplateFunction("sub", 2...2) { arguments throws(TemplateFault) in
            try calculate(arguments) { $0.subtractingReportingOverflow($1) }
        },
        TemplateFunction("mul", 2...2) { arguments throws(TemplateFault) in
            try calculate(arguments) { $0.multipliedReportingOverflow(by: $1) }
        },
        TemplateFunction("div", 2...2) { arguments throws(TemplateFault) in
            guard try arguments.integer(1) != 0 else { throw arguments.fault("division by zero.") }
            return try calculate(arguments) { $0.dividedReportingOverflow(by: $1) }
        },
        TemplateFunction("mod", 2...2) { arguments throws(TemplateFault) in
            guard try arguments.integer(1) != 0 else { throw arguments.fault("division by zero.") }
            return try calculate(arguments) { $0.remainderReportingOverflow(dividingBy: $1) }
        },
        TemplateFunction("min", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            .integer(try integers(arguments).min() ?? 0)
        },
        TemplateFunction("max", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            .integer(try integers(arguments).max() ?? 0)
        },
        TemplateFunction("int", 1...1) { arguments throws(TemplateFault) in
            guard case .string(let text) = arguments[0] else {
                if case .float(let number) = arguments[0],
                    let whole = Int(exactly: number.rounded(.towardZero))
                {
                    return .integer(whole)
                }
                return .integer(try arguments.integer(0))
            }
            guard let number = Int(text.trimmingBlanks) else {
                throw arguments.fault("'\(text.prefix(60))' can't be converted to an integer.")
            }
            return .integer(number)
        },
        TemplateFunction("float", 1...1) { arguments throws(TemplateFault) in
            switch arguments[0] {
            case .float: return arguments[0]
            case .integer(let number): return .float(Double(number))
            default:
                let text = try arguments.string(0)
                guard let number = Double(text), number.isFinite else {
                    throw arguments.fault("'\(text.prefix(60))' can't be converted to a number.")
                }
                return .float(number)
            }
        },
        TemplateFunction("copyIndex", 0...2, .form { call throws(TemplateFault) in try copyIndex(call) }),
    ]

    private static func calculate(
        _ arguments: Arguments,
        _ body: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) throws(TemplateFault) -> TemplateValue {
        let (value, overflow) = body(try arguments.integer(0), try arguments.integer(1))
        guard !overflow else { throw arguments.fault("the result is too large for an integer.") }
        return .integer(value)
    }

    private static func integers(_ arguments: Arguments) throws(TemplateFault) -> [Int] {
        var numbers: [Int] = []
        let values =
            arguments.count == 1 && arguments[0].array != nil ? try arguments.array(0) : arguments.values
        let all = Arguments(name: arguments.name, values: values)
        for index in values.indices { numbers.append(try all.integer(index)) }
        guard !numbers.isEmpty else { throw arguments.fault("the array is empty.") }
        return numbers
    }

    private static func copyIndex(_ call: FormCall) throws(TemplateFault) -> TemplateValue {
        var loop: String?
        var offset = 0
        for index in 0..<call.count {
            let value = try call.value(index)
            switch value {
            case .string(let name): loop = name.lowercased()
            case .integer(let number): offset = number
            case .symbolic(let symbolic): return call.arguments([value]).symbolic(symbolic.reason)
            default: throw call.arguments([value]).wrong(0, "a string or an integer")
            }
        }
        let copies = call.frame.copies
        let position =
            if let loop {
                copies.last { $0.name.lowercased() == loop }
            } else {
                copies.last { $0.isWhole } ?? copies.last
            }
        guard let position else {
            throw TemplateFault(
                "The template function 'copyIndex' is not expected at this location\(loop.map { ": there is no loop '\($0)'" } ?? "")."
            )
        }
        let (index, overflow) = position.index.addingReportingOverflow(offset)
        guard !overflow else { throw TemplateFault("The offset of 'copyIndex' is too large.") }
        return .integer(index)
    }
}
