/// Functions that take strings, arrays or objects alike.
enum CollectionFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("concat", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            try concat(arguments)
        },
        TemplateFunction("contains", 2...2) { arguments throws(TemplateFault) in try contains(arguments) },
        TemplateFunction("empty", 1...1) { arguments throws(TemplateFault) in
            switch arguments[0] {
            case .null: return .bool(true)
            case .string(let text): return .bool(text.isEmpty)
            case .array(let array):
                if array.elements.isEmpty, array.openness.isOpen { return arguments.symbolic(.runTime) }
                return .bool(array.elements.isEmpty)
            case .object(let object):
                if object.members.isEmpty, object.openness.isOpen { return arguments.symbolic(.runTime) }
                return .bool(object.members.isEmpty)
            case .symbolic(let symbolic): throw .unknown(symbolic)
            default: throw arguments.wrong(0, "an array, an object or a string")
            }
        },
        TemplateFunction("length", 1...1) { arguments throws(TemplateFault) in
            switch arguments[0] {
            case .string(let text): .integer(text.utf16.count)
            case .object: .integer(try arguments.closedObject(0).members.count)
            case .array, .symbolic: .integer(try arguments.array(0).count)
            default: throw arguments.wrong(0, "an array, an object or a string")
            }
        },
        TemplateFunction("first", 1...1) { arguments throws(TemplateFault) in
            if case .string(let text) = arguments[0] { return .string(TextUnits.prefix(text, 1)) }
            if case .array(let array) = arguments[0], let first = array.elements.first { return first }
            return try arguments.array(0).first ?? .null
        },
        TemplateFunction("last", 1...1) { arguments throws(TemplateFault) in
            if case .string(let text) = arguments[0] {
                return .string(TextUnits.rest(text, behind: max(0, text.utf16.count - 1)))
            }
            return try arguments.array(0).last ?? .null
        },
        TemplateFunction("take", 2...2) { arguments throws(TemplateFault) in
            let count = max(0, try arguments.integer(1))
            if case .string(let text) = arguments[0] { return .string(TextUnits.prefix(text, count)) }
            return .list(Array(try arguments.array(0).prefix(count)))
        },
        TemplateFunction("skip", 2...2) { arguments throws(TemplateFault) in
            let count = max(0, try arguments.integer(1))
            if case .string(let text) = arguments[0] { return .string(TextUnits.rest(text, behind: count)) }
            return .list(Array(try arguments.array(0).dropFirst(count)))
        },
        TemplateFunction("union", 1...Int(Int16.max)) { arguments throws(TemplateFault) in
            try union(arguments)
        },
        TemplateFunction("intersection", 2...Int(Int16.max)) { arguments throws(TemplateFault) in
            try intersection(arguments)
        },
    ]

    /// Joins strings (and what counts as one), or arrays.
    private static func concat(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let isArray = arguments.values.contains { $0.array != nil }
        if isArray {
            var joined: [TemplateValue] = []
            for index in 0..<arguments.count {
                guard case .array(let array) = arguments[index] else {
                    joined += try arguments.array(index)
                    continue
                }
                if case .open(let text) = array.openness { throw .unknown(SymbolicValue(text)) }
                joined += array.elements
            }
            return .list(joined)
        }
        var text = ""
        var isKnown = true
        for (index, value) in arguments.values.enumerated() {
            if let symbolic = value.symbolic {
                isKnown = false
                text += symbolic.spelled
            } else {
                text += try arguments.text(index)
            }
        }
        return isKnown ? .string(text) : arguments.symbolic(spelled: text)
    }

    private static func contains(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        switch arguments[0] {
        case .string(let text): return .bool(TextUnits.contains(text, try arguments.text(1)))
        case .object(let object):
            if let found = object[try arguments.text(1)], !(found.isNull && object.openness.isOpen) {
                return .bool(true)
            }
            return object.openness.isOpen ? arguments.symbolic(.runTime) : .bool(false)
        case .array(let array):
            var isSure = !array.openness.isOpen
            for element in array.elements {
                switch element.equals(arguments[1]) {
                case true?: return .bool(true)
                case nil: isSure = false
                case false?: break
                }
            }
            return isSure ? .bool(false) : arguments.symbolic()
        case .symbolic(let symbolic): throw .unknown(symbolic)
        default: throw arguments.wrong(0, "an array, an object or a string")
        }
    }

    /// Objects are merged, members that are objects in both are merged in turn; of arrays each value once.
    private static func union(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let known = arguments.values.filter { !$0.isNull }
        if let symbolic = known.lazy.compactMap(\.symbolic).first { throw .unknown(symbolic) }
        if known.allSatisfy({ $0.object != nil }) {
            var merged = TemplateObject()
            for object in known.compactMap(\.object) { merge(object, into: &merged, deep: true) }
            return .object(merged)
        }
        var values: [TemplateValue] = []
        var seen: Set<String> = []
        for index in 0..<arguments.count where !arguments[index].isNull {
            for value in try arguments.array(index) where seen.insert(value.json).inserted {
                values.append(value)
            }
        }
        return .list(values)
    }

    static func merge(_ object: TemplateObject, into merged: inout TemplateObject, deep: Bool) {
        if object.openness.isOpen { merged.openness = object.openness }
        for member in object.members {
            var value = member.value
            if deep, let inner = value.object, var both = merged[member.name]?.object {
                merge(inner, into: &both, deep: true)
                value = .object(both)
            }
            merged.set(member.name, value, origin: member.origin)
        }
    }

    private static func intersection(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        if case .object = arguments[0] {
            var common = try arguments.closedObject(0)
            for index in 1..<arguments.count {
                let other = try arguments.closedObject(index)
                var rest = TemplateObject()
                for member in common.members {
                    guard let partner = other[member.name] else { continue }
                    guard let isEqual = member.value.equals(partner) else { return arguments.symbolic() }
                    if isEqual { rest.set(member.name, member.value, origin: member.origin) }
                }
                common = rest
            }
            return .object(common)
        }
        var common = try arguments.array(0)
        for index in 1..<arguments.count {
            let other = Set(try arguments.array(index).map(\.json))
            common = common.filter { other.contains($0.json) }
        }
        var seen: Set<String> = []
        return .list(common.filter { seen.insert($0.json).inserted })
    }
}
