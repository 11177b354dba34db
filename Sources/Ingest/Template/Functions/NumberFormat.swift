/// Numbers in the standard and custom formats of .NET, in its invariant culture.
enum NumberFormat {
    /// The most digits that a format may ask for.
    private static let most = 1_000

    /// A number as a format has it; nil where the format is none for this number.
    static func text(of number: DecimalNumber, _ format: String) -> String? {
        guard let word = format.utf8.first else { return general(number) }
        let digits = format.dropFirst()
        let isStandard = (word | 0x20) &- 0x61 < 26 && digits.utf8.allSatisfy { $0 &- 0x30 < 10 }
        guard isStandard, digits.utf8.count < 10 else { return CustomNumberFormat.text(of: number, format) }
        return standard(number, word, Int(digits).map { min($0, most) })
    }

    private static func standard(_ number: DecimalNumber, _ word: UInt8, _ places: Int?) -> String? {
        let sign = number.isNegative ? "-" : ""
        func fixed(_ number: DecimalNumber, grouped: Bool) -> String {
            let rounded = number.rounded(places ?? 2)
            return (rounded.isZero ? "" : sign) + rounded.wholeText(grouped: grouped) + rounded.fractionText
        }
        switch word | 0x20 {
        case UInt8(ascii: "d"):
            guard number.integer != nil else { return nil }
            return sign + number.wholeText(least: max(1, places ?? 1))
        case UInt8(ascii: "x"):
            guard let integer = number.integer else { return nil }
            let hex = String(UInt(bitPattern: integer), radix: 16, uppercase: word < 0x60)
            return String(repeating: "0", count: max(0, (places ?? 1) - hex.utf8.count)) + hex
        case UInt8(ascii: "b"):
            guard let integer = number.integer else { return nil }
            let bits = String(UInt(bitPattern: integer), radix: 2)
            return String(repeating: "0", count: max(0, (places ?? 1) - bits.utf8.count)) + bits
        case UInt8(ascii: "n"): return fixed(number, grouped: true)
        case UInt8(ascii: "f"): return fixed(number, grouped: false)
        case UInt8(ascii: "c"):
            let rounded = number.rounded(places ?? 2)
            let text = "¤" + rounded.wholeText(grouped: true) + rounded.fractionText
            return number.isNegative && !rounded.isZero ? "(\(text))" : text
        case UInt8(ascii: "p"):
            var hundredfold = number
            hundredfold.move(places: 2)
            return fixed(hundredfold, grouped: true) + " %"
        case UInt8(ascii: "e"): return exponential(number, places ?? 6, isLarge: word < 0x60)
        case UInt8(ascii: "g"), UInt8(ascii: "r"): return general(number)
        default: return nil
        }
    }

    private static func general(_ number: DecimalNumber) -> String {
        var rounded = number
        if number.integer != nil { rounded = number.rounded(0) }
        return (number.isNegative ? "-" : "") + rounded.wholeText() + rounded.fractionText
    }

    private static func exponential(_ number: DecimalNumber, _ places: Int, isLarge: Bool) -> String {
        var mantissa = number
        var exponent = 0
        if !number.isZero {
            exponent =
                number.whole.isEmpty
                ? -1 - (number.fraction.firstIndex { $0 > 0 } ?? 0) : number.whole.count - 1
            mantissa.move(places: -exponent)
        }
        mantissa = mantissa.rounded(places)
        if mantissa.whole.count > 1 {
            mantissa.move(places: -1)
            mantissa = mantissa.rounded(places)
            exponent += 1
        }
        let digits = String(exponent.magnitude)
        let padding = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
        return (number.isNegative ? "-" : "") + mantissa.wholeText() + mantissa.fractionText
            + (isLarge ? "E" : "e") + (exponent < 0 ? "-" : "+") + padding + digits
    }
}

/// A format such as `#,##0.00` or `000-0000`.
struct CustomNumberFormat {
    /// Digits wanted in front of the point, those that are always there, and the same behind it.
    private var wholeMarks = 0
    private var wholeZeros = 0
    private var fractionMarks = 0
    private var fractionZeros = 0
    private var isGrouped = false
    private var percents = 0
    private var pieces: [Piece] = []

    private enum Piece {
        case digit
        case point
        case text(String)
    }

    static func text(of number: DecimalNumber, _ format: String) -> String? {
        let sections = sections(of: format)
        guard let first = sections.first else { return nil }
        let positive = CustomNumberFormat(first)
        let isZero = positive.adjusted(number).isZero
        if isZero, sections.count > 2 { return CustomNumberFormat(sections[2]).fill(number, sign: "") }
        if number.isNegative, !isZero, sections.count > 1, !sections[1].isEmpty {
            return CustomNumberFormat(sections[1]).fill(number, sign: "")
        }
        return positive.fill(number, sign: number.isNegative && !isZero ? "-" : "")
    }

    private static func sections(of format: String) -> [String] {
        format.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }

    private init(_ format: String) {
        var rest = Substring(format)
        var hasPoint = false
        while let character = rest.popFirst() {
            switch character {
            case "0", "#":
                if hasPoint {
                    fractionMarks += 1
                    if character == "0" { fractionZeros = fractionMarks }
                } else {
                    wholeMarks += 1
                    if character == "0" || wholeZeros > 0 { wholeZeros += 1 }
                }
                pieces.append(.digit)
            case ".":
                if !hasPoint { pieces.append(.point) }
                hasPoint = true
            case ",":
                if !hasPoint, wholeMarks > 0, rest.contains(where: { $0 == "0" || $0 == "#" }) {
                    isGrouped = true
                }
            case "%":
                percents += 1
                pieces.append(.text("%"))
            case "\\": pieces.append(.text(rest.popFirst().map { String($0) } ?? ""))
            case "'", "\"":
                let text = rest.prefix { $0 != character }
                rest = rest.dropFirst(text.count + 1)
                pieces.append(.text(String(text)))
            default: pieces.append(.text(String(character)))
            }
        }
    }

    private func adjusted(_ number: DecimalNumber) -> DecimalNumber {
        var number = number
        number.move(places: 2 * percents)
        return number.rounded(min(fractionMarks, 1_000))
    }

    private func fill(_ number: DecimalNumber, sign: String) -> String {
        let number = adjusted(number)
        var whole = Array(number.wholeText(least: wholeZeros))
        var fraction = number.fraction.map { Character(String($0)) }
        while fraction.count > fractionZeros, fraction.last == "0" { fraction.removeLast() }
        var text = sign
        var mark = 0
        var isBehindPoint = false
        func isThousand(_ left: Int) -> Bool { isGrouped && left > 0 && left.isMultiple(of: 3) }
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .point:
                isBehindPoint = true
                if !fraction.isEmpty { text += "." }
            case .digit where isBehindPoint:
                if !fraction.isEmpty { text.append(fraction.removeFirst()) }
            case .digit:
                // The first mark takes all digits that have no mark of their own.
                let due = whole.count - (wholeMarks - 1 - mark)
                mark += 1
                for _ in 0..<max(0, due) {
                    text.append(whole.removeFirst())
                    if isThousand(whole.count) { text += "," }
                }
            }
        }
        return text
    }
}
