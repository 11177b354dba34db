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
        let type = resolved(node)
        let input = inputs[key]
        var value: TemplateValue
        if let input, !input.value.isNull {
            value = input.value
            check(value, of: name, node, type, at: input.origin ?? node.origin)
        } else if let standard = node["defaultValue"] {
            var frame = ownFrame
            frame.depth = depth
            value = run.evaluate(standard, in: try frame.deeper())
            check(value, of: name, node, type, at: standard.origin)
        } else if isNullable(node) || isNullable(type) {
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

    private func isNullable(_ node: TemplateNode) -> Bool {
        if case .scalar(.bool(true))? = node["nullable"]?.content { true } else { false }
    }

    /// Tells where a value breaks what the declaration asks for; it is used all the same.
    private func check(
        _ value: TemplateValue,
        of name: String,
        _ node: TemplateNode,
        _ type: TemplateNode,
        at origin: Origin
    ) {
        guard value.symbolic == nil, !Self.isPlaceholder(value) else { return }
        let word = (node["type"] ?? type["type"])?.string ?? ""
        let expected: String? =
            switch word.lowercased() {
            case "string", "securestring": "String"
            case "int": "Integer"
            case "bool": "Boolean"
            case "array": "Array"
            case "object", "secureobject": "Object"
            default: nil
            }
        if let expected, expected != value.typeName, !(expected == "Integer" && value.typeName == "Float") {
            run.tell(
                .error,
                "The value of the template parameter '\(name)' is not valid. Expected type '\(expected)', found '\(value.typeName)'.",
                at: origin
            )
            return
        }
        if let allowed = (node["allowedValues"] ?? type["allowedValues"])?.elements?.map(\.written) {
            let values = value.array ?? [value]
            let isAllowed =
                values.allSatisfy { value in allowed.contains { Self.isAllowed(value, $0) } }
                || allowed.contains { value.equals($0) == true }
            if !isAllowed {
                let list = allowed.prefix(10).map { $0.scalarText ?? $0.json }.joined(separator: ", ")
                run.tell(
                    .error,
                    "The value '\(value.scalarText ?? value.json)' of the template parameter '\(name)' is not part of the allowed values: \(list).",
                    at: origin
                )
            }
        }
        bound(value, of: name, node, type, at: origin)
    }

    /// Whether a value is one that a pipeline replaces before it deploys, such as `GEN-UNIQUE-8`.
    private static func isPlaceholder(_ value: TemplateValue) -> Bool {
        guard let text = value.string else { return false }
        return text.hasPrefix("GEN-") || text.hasPrefix("GET-")
    }

    private static func isAllowed(_ value: TemplateValue, _ allowed: TemplateValue) -> Bool {
        guard let value = value.string, let allowed = allowed.string else {
            return value.equals(allowed) != false
        }
        return value.lowercased() == allowed.lowercased()
    }

    private func bound(
        _ value: TemplateValue,
        of name: String,
        _ node: TemplateNode,
        _ type: TemplateNode,
        at origin: Origin
    ) {
        func limit(_ word: String) -> Int? {
            guard case .scalar(.integer(let limit))? = (node[word] ?? type[word])?.content else { return nil }
            return limit
        }
        let (measure, words, noun): (Int, (String, String), String)
        switch value {
        case .integer(let number): (measure, words, noun) = (number, ("minValue", "maxValue"), "value")
        case .string(let text): (measure, words, noun) = (text.count, ("minLength", "maxLength"), "length")
        case .array(let array):
            (measure, words, noun) = (array.elements.count, ("minLength", "maxLength"), "length")
        default: return
        }
        if let least = limit(words.0), measure < least {
            run.tell(
                .error,
                "The \(noun) \(measure) of the template parameter '\(name)' is less than the minimum \(least).",
                at: origin
            )
        }
        if let most = limit(words.1), measure > most {
            run.tell(
                .error,
                "The \(noun) \(measure) of the template parameter '\(name)' is more than the maximum \(most).",
                at: origin
            )
        }
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
