/// Functions that make arrays and take them apart.
enum ArrayFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("array", 1...1) { arguments throws(TemplateFault) in
            switch arguments[0] {
            case .array: arguments[0]
            case .symbolic(let symbolic): throw .unknown(symbolic)
            default: .list([arguments[0]])
            }
        },
        TemplateFunction("createArray", 0...Int(Int16.max)) { .list($0.values) },
        TemplateFunction("range", 2...2) { arguments throws(TemplateFault) in
            let (start, count) = (try arguments.integer(0), try arguments.integer(1))
            guard (0...10_000).contains(count), !start.addingReportingOverflow(count).overflow else {
                throw arguments.fault("the count must be from 0 to 10000, and is \(count).")
            }
            return .list((0..<count).map { .integer(start + $0) })
        },
        TemplateFunction("flatten", 1...1) { arguments throws(TemplateFault) in
            var flat: [TemplateValue] = []
            for element in try arguments.array(0) {
                switch element {
                case .array(let inner):
                    if case .open(let text) = inner.openness { throw .unknown(SymbolicValue(text)) }
                    flat += inner.elements
                case .symbolic(let symbolic): throw .unknown(symbolic)
                default: throw arguments.fault("every element must be an array.")
                }
            }
            return .list(flat)
        },
        TemplateFunction("indexFromEnd", 2...2) { arguments throws(TemplateFault) in
            guard let found = try fromEnd(arguments) else {
                throw arguments.fault("the index is out of bounds.")
            }
            return found
        },
        TemplateFunction("tryIndexFromEnd", 2...2) { arguments throws(TemplateFault) in
            if arguments[0].isNull { return .null }
            return try fromEnd(arguments) ?? .null
        },
        TemplateFunction("tryGet", .init(uncheckedBounds: (2, Int(Int16.max)))) {
            arguments throws(TemplateFault) in
            var value = arguments[0]
            for key in arguments.values.dropFirst() {
                guard let found = TemplateRun.lookUp(key, in: value) else { return .null }
                value = found
            }
            return value
        },
        TemplateFunction("indexOf", 2...2) { arguments throws(TemplateFault) in
            try find(arguments, fromEnd: false)
        },
        TemplateFunction("lastIndexOf", 2...2) { arguments throws(TemplateFault) in
            try find(arguments, fromEnd: true)
        },
    ]

    private static func fromEnd(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue? {
        let (array, index) = (try arguments.array(0), try arguments.integer(1))
        return index >= 1 && index <= array.count ? array[array.count - index] : nil
    }

    /// The index of an element, or of a string in another one without regard to case; -1 where there is none.
    private static func find(_ arguments: Arguments, fromEnd: Bool) throws(TemplateFault) -> TemplateValue {
        guard case .array = arguments[0] else {
            let (text, wanted) = (try arguments.string(0).lowercased(), try arguments.string(1).lowercased())
            return .integer(TextUnits.place(of: wanted, in: text, fromEnd: fromEnd) ?? -1)
        }
        let elements = try arguments.array(0)
        for index in fromEnd ? Array(elements.indices.reversed()) : Array(elements.indices) {
            switch elements[index].equals(arguments[1]) {
            case true?: return .integer(index)
            case false?: continue
            case nil: return arguments.symbolic()
            }
        }
        return .integer(-1)
    }
}
