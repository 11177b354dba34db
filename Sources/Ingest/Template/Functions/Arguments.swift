/// The evaluated arguments of a call, taken out by type.
///
/// Where a function needs a known value and gets a symbolic one, the call as a whole becomes symbolic.
struct Arguments {
    let name: String
    let values: [TemplateValue]

    var count: Int { values.count }

    subscript(_ index: Int) -> TemplateValue { index < values.count ? values[index] : .null }

    func has(_ index: Int) -> Bool { index < values.count && !values[index].isNull }

    func string(_ index: Int) throws(TemplateFault) -> String {
        switch self[index] {
        case .string(let text): text
        case .symbolic(let symbolic): throw .unknown(symbolic)
        default: throw wrong(index, "a string")
        }
    }

    /// A scalar of any type as text.
    func text(_ index: Int) throws(TemplateFault) -> String {
        if let text = self[index].scalarText { return text }
        if case .symbolic(let symbolic) = self[index] { throw .unknown(symbolic) }
        throw wrong(index, "a string")
    }

    func integer(_ index: Int) throws(TemplateFault) -> Int {
        switch self[index] {
        case .integer(let number): return number
        case .float(let number):
            guard let whole = Int(exactly: number) else { throw wrong(index, "an integer") }
            return whole
        case .symbolic(let symbolic): throw .unknown(symbolic)
        default: throw wrong(index, "an integer")
        }
    }

    func bool(_ index: Int) throws(TemplateFault) -> Bool {
        switch self[index] {
        case .bool(let flag): return flag
        case .symbolic(let symbolic): throw .unknown(symbolic)
        default: throw wrong(index, "a boolean")
        }
    }

    func array(_ index: Int) throws(TemplateFault) -> [TemplateValue] {
        switch self[index] {
        case .array(let array):
            if case .open(let text) = array.openness { throw .unknown(SymbolicValue(text)) }
            return array.elements
        case .symbolic(let symbolic): throw .unknown(symbolic)
        default: throw wrong(index, "an array")
        }
    }

    func object(_ index: Int) throws(TemplateFault) -> TemplateObject {
        switch self[index] {
        case .object(let object): object
        case .symbolic(let symbolic): throw .unknown(symbolic)
        default: throw wrong(index, "an object")
        }
    }

    /// An object that is known completely.
    func closedObject(_ index: Int) throws(TemplateFault) -> TemplateObject {
        let object = try object(index)
        if case .open(let text) = object.openness { throw .unknown(SymbolicValue(text)) }
        return object
    }

    /// An array of strings; numbers count as their text.
    func strings(_ index: Int) throws(TemplateFault) -> [String] {
        var strings: [String] = []
        for element in try array(index) {
            if case .symbolic(let symbolic) = element { throw .unknown(symbolic) }
            guard let text = element.scalarText else { throw wrong(index, "an array of strings") }
            strings.append(text)
        }
        return strings
    }

    func wrong(_ index: Int, _ expected: String) -> TemplateFault {
        TemplateFault(
            "The template function '\(name)' expects its parameter \(index + 1) to be \(expected). The provided value is of type '\(self[index].typeName)'."
        )
    }

    func fault(_ message: String) -> TemplateFault {
        TemplateFault("The template function '\(name)' failed: \(message)")
    }

    /// The call as a symbolic value.
    ///
    /// - Parameters:
    ///   - reason: Why it is symbolic; nil for the reason of the first argument that is.
    ///   - spelled: The text as far as it is known, unknown parts in braces.
    /// - Returns: The symbolic value.
    func symbolic(_ reason: SymbolicValue.Reason? = nil, spelled: String? = nil) -> TemplateValue {
        var text = name + "("
        for (number, value) in values.enumerated() where text.utf8.count <= SymbolicValue.longest {
            text += (number > 0 ? ", " : "") + value.expressionText
        }
        let reason = reason ?? values.lazy.compactMap(\.symbolic).first?.reason ?? .runTime
        return .symbolic(SymbolicValue(text + ")", reason, spelled: spelled))
    }
}

/// A call whose arguments are not evaluated yet.
struct FormCall {
    let call: TemplateExpression.FunctionCall
    let frame: Frame
    let run: TemplateRun

    var count: Int { call.arguments.count }

    func value(_ index: Int) throws(TemplateFault) -> TemplateValue {
        try run.evaluate(call.arguments[index], in: frame)
    }

    /// Evaluated arguments.
    func arguments(_ values: [TemplateValue]) -> Arguments { Arguments(name: call.name, values: values) }
}
