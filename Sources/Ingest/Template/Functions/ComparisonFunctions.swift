/// Functions that compare values.
enum ComparisonFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction(
            "coalesce",
            1...Int(Int16.max),
            .form { call throws(TemplateFault) in
                for index in 0..<call.count {
                    let value = try call.value(index)
                    guard value.isNull else {
                        guard let symbolic = value.symbolic, index + 1 < call.count else { return value }
                        // It may be null at run time; then the next one counts.
                        return .symbolic(SymbolicValue("coalesce(\(symbolic.text), …)", symbolic.reason))
                    }
                }
                return .null
            }
        ),
        TemplateFunction("equals", 2...2) { arguments in
            arguments[0].equals(arguments[1]).map { .bool($0) } ?? arguments.symbolic()
        },
        TemplateFunction("less", 2...2) { arguments throws(TemplateFault) in .bool(try order(arguments) < 0)
        },
        TemplateFunction("lessOrEquals", 2...2) { arguments throws(TemplateFault) in
            .bool(try order(arguments) <= 0)
        },
        TemplateFunction("greater", 2...2) { arguments throws(TemplateFault) in
            .bool(try order(arguments) > 0)
        },
        TemplateFunction("greaterOrEquals", 2...2) { arguments throws(TemplateFault) in
            .bool(try order(arguments) >= 0)
        },
    ]

    private static func order(_ arguments: Arguments) throws(TemplateFault) -> Int {
        switch (arguments[0], arguments[1]) {
        case (.string(let left), .string(let right)): return order(left, right)
        case (.float(let left), .float(let right)): return left < right ? -1 : left > right ? 1 : 0
        case (.integer(let left), .float(let right)):
            return Double(left) < right ? -1 : Double(left) > right ? 1 : 0
        case (.float(let left), .integer(let right)):
            return left < Double(right) ? -1 : left > Double(right) ? 1 : 0
        case (.string, _): throw arguments.wrong(1, "a string")
        default:
            let (left, right) = (try arguments.integer(0), try arguments.integer(1))
            return left < right ? -1 : left > right ? 1 : 0
        }
    }

    /// Letters first without regard to case, lower case before upper case where that is all that differs.
    private static func order(_ left: String, _ right: String) -> Int {
        let (small, other) = (left.lowercased(), right.lowercased())
        if small != other { return small < other ? -1 : 1 }
        return left == right ? 0 : left < right ? 1 : -1
    }
}
