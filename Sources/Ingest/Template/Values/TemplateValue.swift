/// A value of the template language.
enum TemplateValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
    case array(TemplateArray)
    case object(TemplateObject)
    case symbolic(SymbolicValue)

    static func list(_ elements: [TemplateValue]) -> TemplateValue { .array(TemplateArray(elements)) }

    var size: ValueSize {
        switch self {
        case .array(let array): array.size
        case .object(let object): object.size
        case .string(let text): .scalar(weight: 1 + text.utf8.count / 64)
        default: .scalar()
        }
    }

    /// The name of its type as Azure's messages have it.
    var typeName: String {
        switch self {
        case .null: "Null"
        case .bool: "Boolean"
        case .integer: "Integer"
        case .float: "Float"
        case .string: "String"
        case .array: "Array"
        case .object: "Object"
        case .symbolic: "Symbolic"
        }
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    var object: TemplateObject? {
        if case .object(let object) = self { object } else { nil }
    }

    var array: [TemplateValue]? {
        if case .array(let array) = self { array.elements } else { nil }
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var symbolic: SymbolicValue? {
        if case .symbolic(let symbolic) = self { symbolic } else { nil }
    }

    /// A string, or a symbolic value with its unknown parts in braces; nil for anything else.
    var spelled: String? { string ?? symbolic?.spelled }

    /// The value with another openness; scalars have none.
    func with(_ openness: Openness) -> TemplateValue {
        switch self {
        case .array(var array):
            array.openness = openness
            return .array(array)
        case .object(var object):
            object.openness = openness
            return .object(object)
        default: return self
        }
    }

    var openness: Openness {
        switch self {
        case .array(let array): array.openness
        case .object(let object): object.openness
        default: .closed
        }
    }

    /// The first symbolic value in it, or what an open container stands for.
    var unknownPart: SymbolicValue? {
        switch self {
        case .symbolic(let symbolic): return symbolic
        case .array(let array):
            if case .open(let text) = array.openness { return SymbolicValue(text) }
            for element in array.elements {
                if let found = element.unknownPart { return found }
            }
        case .object(let object):
            if case .open(let text) = object.openness { return SymbolicValue(text) }
            for member in object.members {
                if let found = member.value.unknownPart { return found }
            }
        default: break
        }
        return nil
    }

    /// The value with what Azure may still add to as a symbolic value.
    var settled: TemplateValue {
        switch self {
        case .array(let array):
            if case .open(let text) = array.openness { return .symbolic(SymbolicValue(text)) }
            var settled = TemplateArray(array.elements.map(\.settled))
            settled.openness = array.openness
            return .array(settled)
        case .object(let object):
            if case .open(let text) = object.openness { return .symbolic(SymbolicValue(text)) }
            var settled = TemplateObject()
            (settled.openness, settled.origin) = (object.openness, object.origin)
            for member in object.members {
                settled.set(member.name, member.value.settled, origin: member.origin)
            }
            return .object(settled)
        default: return self
        }
    }
}
