/// The `format` function: `{0}`, `{1,8}` and `{2:D3}` as .NET has them.
///
/// Of the format words, those for numbers are known (D, X, N, F, G, P); others leave the value as it is.
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
        case .integer(let integer) where parts.count > 1: text = Self.text(of: integer, String(parts[1]))
        case .array, .object:
            if let unknown = value.unknownPart { throw .unknown(unknown) }
            text = value.json
        default: text = value.scalarText ?? ""
        }
        if head.count > 1, let width = Int(String(head[1]).trimmingBlanks), (-10_000...10_000).contains(width)
        {
            let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
            text = width < 0 ? text + blanks : blanks + text
        }
        return text
    }

    /// An integer in one of the standard formats of .NET.
    private static func text(of number: Int, _ format: String) -> String {
        guard let word = format.first else { return String(number) }
        let digits = min(Int(format.dropFirst()) ?? -1, 1_000)
        let sign = number < 0 ? "-" : ""
        let plain = String(number.magnitude)
        func padded(_ text: String) -> String {
            String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        func fraction(_ standard: Int) -> String {
            let count = digits < 0 ? standard : digits
            return count == 0 ? "" : "." + String(repeating: "0", count: count)
        }
        switch word {
        case "D", "d": return sign + padded(plain)
        case "X": return padded(String(UInt(bitPattern: number), radix: 16, uppercase: true))
        case "x": return padded(String(UInt(bitPattern: number), radix: 16))
        case "N", "n": return sign + grouped(plain) + fraction(2)
        case "F", "f": return sign + plain + fraction(2)
        case "P", "p": return sign + grouped(plain + "00") + fraction(2) + " %"
        case "0" where format.allSatisfy({ $0 == "0" }):
            return sign + String(repeating: "0", count: max(0, format.count - plain.count)) + plain
        default: return sign + plain
        }
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}
