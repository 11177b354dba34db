/// Functions that take a lambda.
enum LambdaFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction(
            "lambda",
            1...Int(Int16.max),
            .form { _ throws(TemplateFault) in
                throw TemplateFault("The template function 'lambda' is not expected at this location.")
            }
        ),
        TemplateFunction(
            "lambdaVariables",
            1...1,
            .scoped { arguments, frame, _ throws(TemplateFault) in
                let name = try arguments.string(0).lowercased()
                guard let variable = frame.lambdas.last(where: { $0.name == name }) else {
                    throw arguments.fault("there is no lambda variable '\(name)'.")
                }
                return variable.value
            }
        ),
        TemplateFunction(
            "map",
            2...2,
            .form { call throws(TemplateFault) in
                try each(call) { elements, lambda throws(TemplateFault) in
                    var mapped: [TemplateValue] = []
                    for (index, element) in elements.enumerated() {
                        mapped.append(try lambda.value(element, .integer(index)))
                    }
                    return .list(mapped)
                }
            }
        ),
        TemplateFunction(
            "filter",
            2...2,
            .form { call throws(TemplateFault) in
                try each(call) { elements, lambda throws(TemplateFault) in
                    var kept: [TemplateValue] = []
                    for (index, element) in elements.enumerated()
                    where try lambda.isTrue(element, .integer(index)) {
                        kept.append(element)
                    }
                    return .list(kept)
                }
            }
        ),
        TemplateFunction(
            "sort",
            2...2,
            .form { call throws(TemplateFault) in
                try each(call) { elements, lambda throws(TemplateFault) in .list(try sorted(elements, lambda))
                }
            }
        ),
        TemplateFunction("reduce", 3...3, .form { call throws(TemplateFault) in try reduce(call) }),
        TemplateFunction("toObject", 2...3, .form { call throws(TemplateFault) in try toObject(call) }),
        TemplateFunction("groupBy", 2...3, .form { call throws(TemplateFault) in try groupBy(call) }),
        TemplateFunction(
            "mapValues",
            2...2,
            .form { call throws(TemplateFault) in
                let value = try call.value(0)
                guard let object = value.object, !object.openness.isOpen else {
                    return try unknown(call, value, "an object")
                }
                let lambda = try Lambda(call, 1)
                var mapped = TemplateObject()
                for member in object.members { mapped.set(member.name, try lambda.value(member.value)) }
                return .object(mapped)
            }
        ),
    ]

    /// Calls the body with the elements of the first argument and the lambda of the second.
    private static func each(
        _ call: FormCall,
        _ body: ([TemplateValue], Lambda) throws(TemplateFault) -> TemplateValue
    ) throws(TemplateFault) -> TemplateValue {
        let value = try call.value(0)
        guard case .array(let array) = value, !array.openness.isOpen else {
            return try unknown(call, value, "an array")
        }
        do throws(TemplateFault) {
            return try body(array.elements, Lambda(call, 1))
        } catch {
            guard let reason = error.reason else { throw error }
            return .symbolic(SymbolicValue("\(call.call.name)(\(value.expressionText), lambda(…))", reason))
        }
    }

    private static func unknown(
        _ call: FormCall,
        _ value: TemplateValue,
        _ expected: String
    ) throws(TemplateFault) -> TemplateValue {
        guard let symbolic = value.unknownPart else { throw call.arguments([value]).wrong(0, expected) }
        return .symbolic(SymbolicValue("\(call.call.name)(\(symbolic.text), lambda(…))", symbolic.reason))
    }

    private static func reduce(_ call: FormCall) throws(TemplateFault) -> TemplateValue {
        let value = try call.value(0)
        guard case .array(let array) = value, !array.openness.isOpen else {
            return try unknown(call, value, "an array")
        }
        var result = try call.value(1)
        let lambda = try Lambda(call, 2)
        for (index, element) in array.elements.enumerated() {
            result = try lambda.value(result, element, .integer(index))
            guard !result.size.isTooLarge else { throw TemplateFault("The result of 'reduce' is too large.") }
        }
        return result
    }

    private static func toObject(_ call: FormCall) throws(TemplateFault) -> TemplateValue {
        let values = call.count > 2 ? try Lambda(call, 2) : nil
        return try each(call) { elements, keys throws(TemplateFault) in
            var object = TemplateObject()
            for (index, element) in elements.enumerated() {
                let key = try keys.key(element, .integer(index))
                object.set(key, try values?.value(element, .integer(index)) ?? element)
            }
            return .object(object)
        }
    }

    /// The elements, or what a third argument makes of them, in lists by key.
    private static func groupBy(_ call: FormCall) throws(TemplateFault) -> TemplateValue {
        let values = call.count > 2 ? try Lambda(call, 2) : nil
        return try each(call) { elements, keys throws(TemplateFault) in
            var names: [String] = []
            var groups: [String: [TemplateValue]] = [:]
            for (index, element) in elements.enumerated() {
                let name = try keys.key(element, .integer(index))
                if groups[name.lowercased()] == nil { names.append(name) }
                let value = try values?.value(element, .integer(index)) ?? element
                groups[name.lowercased(), default: []].append(value)
            }
            var object = TemplateObject()
            for name in names { object.set(name, .list(groups[name.lowercased()] ?? [])) }
            return .object(object)
        }
    }

    /// A stable merge sort: the lambda says whether its first argument comes before its second.
    private static func sorted(
        _ elements: [TemplateValue],
        _ before: Lambda
    ) throws(TemplateFault) -> [TemplateValue] {
        var sorted = elements
        var width = 1
        while width < sorted.count {
            var next: [TemplateValue] = []
            next.reserveCapacity(sorted.count)
            var start = 0
            while start < sorted.count {
                let (middle, end) = (min(start + width, sorted.count), min(start + 2 * width, sorted.count))
                var (left, right) = (start, middle)
                while left < middle || right < end {
                    var takesRight = left == middle
                    if left < middle, right < end, try !before.isTrue(sorted[left], sorted[right]) {
                        takesRight = try before.isTrue(sorted[right], sorted[left])
                    }
                    next.append(sorted[takesRight ? right : left])
                    if takesRight { right += 1 } else { left += 1 }
                }
                start = end
            }
            sorted = next
            width *= 2
        }
        return sorted
    }
}

/// A lambda with where it was written.
struct Lambda {
    private let names: [String]
    private let body: TemplateExpression
    private let frame: Frame
    private let run: TemplateRun

    /// The lambda that an argument of a call is.
    init(_ call: FormCall, _ index: Int) throws(TemplateFault) {
        guard case .call(let lambda) = call.call.arguments[index], lambda.key == "lambda",
            let body = lambda.arguments.last
        else {
            throw TemplateFault(
                "The template function '\(call.call.name)' expects its parameter \(index + 1) to be a lambda."
            )
        }
        var names: [String] = []
        for argument in lambda.arguments.dropLast() {
            guard case .literal(.string(let name)) = argument else {
                throw TemplateFault("The variables of a lambda must be string literals.")
            }
            names.append(name.lowercased())
        }
        self.names = names
        self.body = body
        frame = try call.frame.deeper()
        run = call.run
    }

    func value(_ arguments: TemplateValue...) throws(TemplateFault) -> TemplateValue {
        try run.spend()
        var inner = frame
        for (name, value) in zip(names, arguments) { inner.lambdas.append((name, value)) }
        return try run.evaluate(body, in: inner)
    }

    func isTrue(_ first: TemplateValue, _ second: TemplateValue) throws(TemplateFault) -> Bool {
        switch try value(first, second) {
        case .bool(let flag): return flag
        case .symbolic(let symbolic): throw .unknown(symbolic)
        case let other: throw TemplateFault("The lambda must give a boolean, and gives '\(other.typeName)'.")
        }
    }

    func key(_ first: TemplateValue, _ second: TemplateValue) throws(TemplateFault) -> String {
        let key = try value(first, second)
        if let text = key.spelled ?? key.scalarText { return text }
        throw TemplateFault("The lambda must give a string, and gives '\(key.typeName)'.")
    }
}
