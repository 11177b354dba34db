import Topology

extension Deployment {
    /// The value of a parameter.
    func parameter(_ name: String, depth: Int) throws(TemplateFault) -> TemplateValue {
        let key = name.lowercased()
        if let value = parameters[key] { return value }
        guard let node = template.parameters[key] else {
            throw TemplateFault("The template parameter '\(name)' is not found.")
        }
        guard pending.insert("parameter " + key).inserted else {
            throw TemplateFault("The template parameter '\(name)' depends on itself.")
        }
        defer { pending.remove("parameter " + key) }
        let type = DeclaredType(node, template.definitions)
        let input = inputs[key]
        var value: TemplateValue
        if let input, !input.value.isNull {
            value = input.value
            TypeCheck(run: run, origin: input.origin ?? node.origin).hold(value, type, name)
        } else if let standard = node["defaultValue"] {
            var frame = ownFrame
            frame.depth = depth
            value = run.evaluate(standard, in: try frame.deeper())
            TypeCheck(run: run, origin: standard.origin).hold(value, type, name)
        } else if type.isNullable {
            value = .null
        } else if input != nil {
            value = .null
            run.tell(
                .error,
                "The template parameter '\(name)' must not be null.",
                at: input?.origin ?? node.origin
            )
        } else {
            value = .symbolic(SymbolicValue("parameters('\(name)')", .missingParameter))
            run.tell(
                .warning,
                "The template parameter '\(name)' has no value and no default.",
                at: node.origin
            )
        }
        if let found = value.object, found.origin == nil, let origin = input?.origin {
            var located = found
            located.origin = origin
            value = .object(located)
        }
        parameters[key] = value
        return value
    }

    /// The values of a parameter file, or of the parameters of a nested deployment.
    ///
    /// - Parameters:
    ///   - node: The object of parameters.
    ///   - evaluate: What an expression in them means.
    /// - Returns: The values by name in lower case.
    static func inputs(
        _ node: TemplateNode?,
        _ evaluate: (TemplateNode) -> TemplateValue
    ) -> [String: ParameterInput] {
        var inputs: [String: ParameterInput] = [:]
        for member in node?.object?.members ?? [] {
            let key = member.name.lowercased()
            if let value = member.value["value"] {
                inputs[key] = ParameterInput(value: evaluate(value), origin: value.origin)
            } else if let expression = member.value["expression"] {
                // What the one who deploys would be asked for, or would hand over.
                let text = expression.written.string.map { String($0.dropFirst().dropLast()) } ?? ""
                let value = TemplateValue.symbolic(SymbolicValue(text, .missingParameter))
                inputs[key] = ParameterInput(value: value, origin: expression.origin)
            } else if let reference = member.value["reference"] {
                let secret = reference["secretName"].map(evaluate)?.spelled ?? ""
                let text = "keyVault('\(secret)')"
                inputs[key] = ParameterInput(
                    value: .symbolic(SymbolicValue(text, .keyVault)),
                    origin: reference.origin
                )
            }
        }
        return inputs
    }
}
