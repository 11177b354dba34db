/// A number as its decimal digits, which formats cut, round and group.
struct DecimalNumber {
    let isNegative: Bool
    /// The digits in front of the point, without leading zeros; empty for a fraction.
    private(set) var whole: [UInt8]
    /// The digits behind the point.
    private(set) var fraction: [UInt8]
    /// The number where it is an integer.
    let integer: Int?

    init(_ number: Int) {
        isNegative = number < 0
        whole = number == 0 ? [] : String(number.magnitude).utf8.map { $0 - 0x30 }
        fraction = []
        integer = number
    }

    init(_ number: Double) {
        isNegative = number < 0
        integer = Int(exactly: number)
        // For example `12.5` or `1.5e-07`.
        let parts = number.magnitude.description.split(separator: "e")
        let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
        whole = Self.digits(mantissa.first)
        fraction = Self.digits(mantissa.count > 1 ? mantissa[1] : nil)
        move(places: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }

    private static func digits(_ text: Substring?) -> [UInt8] {
        text?.utf8.compactMap { $0 &- 0x30 < 10 ? $0 - 0x30 : nil } ?? []
    }

    var isZero: Bool { whole.allSatisfy { $0 == 0 } && fraction.allSatisfy { $0 == 0 } }

    /// Moves the point to the right, or to the left where the number is negative.
    mutating func move(places: Int) {
        for _ in 0..<max(0, min(places, 400)) {
            whole.append(fraction.isEmpty ? 0 : fraction.removeFirst())
        }
        for _ in 0..<max(0, min(-places, 400)) { fraction.insert(whole.popLast() ?? 0, at: 0) }
        while whole.first == 0 { whole.removeFirst() }
    }

    /// Rounded to so many digits behind the point, halves away from zero; filled up with zeros.
    func rounded(_ places: Int) -> DecimalNumber {
        var rounded = self
        guard fraction.count > places else {
            rounded.fraction += [UInt8](repeating: 0, count: places - fraction.count)
            return rounded
        }
        var digits = whole + fraction.prefix(places)
        if fraction[places] >= 5 {
            var index = digits.count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
        }
        rounded.whole = Array(digits.dropLast(places))
        rounded.fraction = Array(digits.suffix(places))
        return rounded
    }

    /// The digits in front of the point, at least so many, in groups of three where that is asked for.
    func wholeText(least: Int = 1, grouped: Bool = false) -> String {
        let digits = [UInt8](repeating: 0, count: max(0, least - whole.count)) + whole
        var text = ""
        for (place, digit) in digits.enumerated() {
            if grouped, place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
            text += String(digit)
        }
        return text
    }

    /// The digits behind the point with the point; empty where there are none.
    var fractionText: String { fraction.isEmpty ? "" : "." + fraction.map { String($0) }.joined() }
}
