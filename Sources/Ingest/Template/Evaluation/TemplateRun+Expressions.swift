extension TemplateRun {
    func evaluate(_ expression: TemplateExpression, in frame: Frame) throws(TemplateFault) -> TemplateValue {
        switch expression {
        case .literal(let value): return value
        case .call(let call): return try apply(call, in: frame.deeper())
        case .path(let base, let steps):
            var value = try evaluate(base, in: frame.deeper())
            for step in steps {
                switch step {
                case .name(let name): value = try Self.member(.string(name), of: value)
                case .index(let index):
                    value = try Self.member(evaluate(index, in: frame.deeper()), of: value)
                }
            }
            return value
        }
    }

    private func apply(
        _ call: TemplateExpression.FunctionCall,
        in frame: Frame
    ) throws(TemplateFault) -> TemplateValue {
        try spend()
        guard let function = call.function else {
            if let own = frame.deployment.template.functions[call.key] {
                return try apply(own, call, in: frame)
            }
            if call.key.hasPrefix("list") { return try Self.runTime(call, arguments(of: call, in: frame)) }
            throw TemplateFault("The template function '\(call.name)' is not valid.")
        }
        guard function.arity.contains(call.arguments.count) else {
            throw TemplateFault(function.wrongCount(call.arguments.count))
        }
        let result: TemplateValue
        switch function.body {
        case .form(let body): result = try body(FormCall(call: call, frame: frame, run: self))
        case .values(let body):
            let arguments = Arguments(name: call.name, values: try arguments(of: call, in: frame))
            do throws(TemplateFault) {
                result = try body(arguments)
            } catch {
                guard let reason = error.reason else { throw error }
                return arguments.symbolic(reason)
            }
        case .scoped(let body):
            let arguments = Arguments(name: call.name, values: try arguments(of: call, in: frame))
            do throws(TemplateFault) {
                result = try body(arguments, frame, self)
            } catch {
                guard let reason = error.reason else { throw error }
                return arguments.symbolic(reason)
            }
        }
        guard !result.size.isTooLarge else {
            throw TemplateFault("The result of '\(call.name)' is larger than a template may be.")
        }
        return result
    }

    func arguments(
        of call: TemplateExpression.FunctionCall,
        in frame: Frame
    ) throws(TemplateFault) -> [TemplateValue] {
        var values: [TemplateValue] = []
        values.reserveCapacity(call.arguments.count)
        for argument in call.arguments { values.append(try evaluate(argument, in: frame)) }
        return values
    }

    /// A function of the user's own.
    private func apply(
        _ own: TemplateNode,
        _ call: TemplateExpression.FunctionCall,
        in frame: Frame
    ) throws(TemplateFault) -> TemplateValue {
        let declared = own["parameters"]?.elements ?? []
        guard call.arguments.count <= declared.count else {
            throw TemplateFault(
                "The function '\(call.name)' takes \(declared.count) arguments, not \(call.arguments.count)."
            )
        }
        var values: [String: TemplateValue] = [:]
        for (number, parameter) in declared.enumerated() {
            let name = parameter["name"]?.string?.lowercased() ?? ""
            values[name] =
                number < call.arguments.count ? try evaluate(call.arguments[number], in: frame) : .null
        }
        guard let body = own["output"]?["value"] else {
            throw TemplateFault("The function '\(call.name)' has no output value.")
        }
        var inner = try frame.deeper()
        inner.arguments = values
        inner.lambdas = []
        inner.copies = []
        return try value(of: body, in: inner)
    }

    /// A value whose every expression must have a value.
    private func value(of node: TemplateNode, in frame: Frame) throws(TemplateFault) -> TemplateValue {
        switch node.content {
        case .scalar(let value): return value
        case .expression(let parsed): return try evaluate(parsed.result.get(), in: frame)
        case .array(let nodes):
            var elements: [TemplateValue] = []
            for node in nodes { elements.append(try value(of: node, in: frame.deeper())) }
            return .list(elements)
        case .object(let node):
            var object = TemplateObject()
            for member in node.members {
                object.set(member.name, try value(of: member.value, in: frame.deeper()))
            }
            return .object(object)
        }
    }

    static func runTime(
        _ call: TemplateExpression.FunctionCall,
        _ arguments: [TemplateValue]
    ) -> TemplateValue {
        Arguments(name: call.name, values: arguments).symbolic(.runTime)
    }

    /// A property or an element of a value.
    static func member(_ key: TemplateValue, of value: TemplateValue) throws(TemplateFault) -> TemplateValue {
        if let found = lookUp(key, in: value) { return found }
        switch (value, key) {
        case (.object(let object), _):
            let names = object.members.prefix(20).map(\.name).joined(separator: ", ")
            throw TemplateFault(
                "The language expression property '\(key.scalarText ?? "")' doesn't exist, available properties are '\(names)'."
            )
        case (.array(let array), .integer(let index)):
            throw TemplateFault(
                "The language expression property array index '\(index)' is out of bounds (\(array.elements.count) elements)."
            )
        default:
            throw TemplateFault(
                "The language expression property '\(key.scalarText ?? key.typeName)' can't be evaluated: the value is of type '\(value.typeName)'."
            )
        }
    }

    /// A property or an element of a value; nil where it has none.
    static func lookUp(_ key: TemplateValue, in value: TemplateValue) -> TemplateValue? {
        switch (value, key) {
        case (.symbolic(let symbolic), .string(let name)):
            return .symbolic(SymbolicValue(symbolic.text + "." + name, symbolic.reason))
        case (.symbolic(let symbolic), _):
            return .symbolic(SymbolicValue("\(symbolic.text)[\(key.expressionText)]", symbolic.reason))
        case (_, .symbolic(let symbolic)):
            return .symbolic(SymbolicValue("\(value.expressionText)[\(symbolic.text)]", symbolic.reason))
        case (.object(let object), .string(let name)):
            let step = "." + name
            // Azure leaves out what is null, or puts something in its place.
            if let found = object[name], !(found.isNull && object.openness.isOpen) {
                return found.with(object.openness.inherited(by: found.openness, step: step))
            }
            guard case .open(let text) = object.openness else { return nil }
            return .symbolic(SymbolicValue(text + step))
        case (.array(let array), .integer(let index)):
            let step = "[\(index)]"
            if array.elements.indices.contains(index) {
                let found = array.elements[index]
                return found.with(array.openness.inherited(by: found.openness, step: step))
            }
            guard case .open(let text) = array.openness, index >= 0 else { return nil }
            return .symbolic(SymbolicValue(text + step))
        default: return nil
        }
    }
}
