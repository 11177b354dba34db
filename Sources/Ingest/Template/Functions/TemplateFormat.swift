/// The `format` function: `{0}`, `{1,8}` and `{2:D3}` as .NET has them.
///
/// A format only changes numbers; arrays and objects stand as JSON in single quotes, as Azure writes them here.
enum TemplateFormat {
    static func format(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let pattern = Array(try arguments.string(0).utf8)
        var text: [UInt8] = []
        var isKnown = true
        var index = 0
        while index < pattern.count {
            let byte = pattern[index]
            let isDoubled = index + 1 < pattern.count && pattern[index + 1] == byte
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), isDoubled {
                text.append(byte)
                index += 2
                continue
            }
            guard byte == UInt8(ascii: "{") else {
                guard byte != UInt8(ascii: "}") else { throw arguments.fault("the format has a lone '}'.") }
                text.append(byte)
                index += 1
                continue
            }
            guard let close = pattern[index...].firstIndex(of: UInt8(ascii: "}")) else {
                throw arguments.fault("the format has a '{' that is not closed.")
            }
            let item = String(decoding: pattern[index + 1..<close], as: UTF8.self)
            text += try Self.item(item, arguments, &isKnown).utf8
            index = close + 1
            guard text.count < ValueSize.heaviest * 16 else {
                throw arguments.fault("the result is too long.")
            }
        }
        let result = String(decoding: text, as: UTF8.self)
        return isKnown ? .string(result) : arguments.symbolic(spelled: result)
    }

    private static func item(
        _ item: String,
        _ arguments: Arguments,
        _ isKnown: inout Bool
    ) throws(TemplateFault) -> String {
        let parts = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let head = (parts.first ?? "").split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = head.first.flatMap({ Int(String($0).trimmingBlanks) }), number >= 0,
            number + 1 < arguments.count
        else {
            throw arguments.fault("the format item '{\(item.prefix(40))}' has no argument.")
        }
        let value = arguments[number + 1]
        if let symbolic = value.symbolic {
            isKnown = false
            return symbolic.spelled
        }
        var text: String
        switch value {
        case .integer(let number) where parts.count > 1:
            text = try Self.formatted(DecimalNumber(number), String(parts[1]), arguments)
        case .float(let number) where parts.count > 1:
            text = try Self.formatted(DecimalNumber(number), String(parts[1]), arguments)
        case .array, .object:
            if let unknown = value.unknownPart { throw .unknown(unknown) }
            text = value.singleQuotedJSON
        default: text = value.scalarText ?? ""
        }
        if head.count > 1, let width = Int(String(head[1]).trimmingBlanks), (-10_000...10_000).contains(width)
        {
            let blanks = String(repeating: " ", count: max(0, abs(width) - text.utf16.count))
            text = width < 0 ? text + blanks : blanks + text
        }
        return text
    }

    private static func formatted(
        _ number: DecimalNumber,
        _ format: String,
        _ arguments: Arguments
    ) throws(TemplateFault) -> String {
        guard let text = NumberFormat.text(of: number, format) else {
            throw arguments.fault("'\(format.prefix(40))' is no format of a number.")
        }
        return text
    }
}
