/// Reads integers and floats as TOML writes them.
enum TOMLNumber {
    enum Reading {
        case number(TOMLValue.Content)
        case tooLarge
        case none
    }

    static func read(_ text: String) -> Reading {
        var rest = Array(text.unicodeScalars)[...]
        let sign = rest.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
        if sign != nil { rest.removeFirst() }
        switch String(String.UnicodeScalarView(rest)) {
        case "inf": return .number(.float(sign == "-" ? -.infinity : .infinity))
        case "nan": return .number(.float(.nan))
        default: break
        }
        if sign == nil, rest.first == "0", let radix = radix(rest.dropFirst().first) {
            return integer(rest.dropFirst(2), radix: radix, isNegative: false)
        }
        let whole = takeDigits(&rest)
        guard areDigits(whole, radix: 10), whole.count == 1 || whole.first != "0" else { return .none }
        if rest.isEmpty { return integer(whole, radix: 10, isNegative: sign == "-") }
        if rest.first == "." {
            rest.removeFirst()
            guard areDigits(takeDigits(&rest), radix: 10) else { return .none }
        }
        if rest.first == "e" || rest.first == "E" {
            rest.removeFirst()
            if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
            guard areDigits(takeDigits(&rest), radix: 10) else { return .none }
        }
        guard rest.isEmpty, let float = Double(text.filter { $0 != "_" }) else { return .none }
        return float.isFinite ? .number(.float(float)) : .tooLarge
    }

    private static func radix(_ letter: Unicode.Scalar?) -> Int64? {
        switch letter {
        case "x": 16
        case "o": 8
        case "b": 2
        default: nil
        }
    }

    private static func integer(
        _ digits: ArraySlice<Unicode.Scalar>,
        radix: Int64,
        isNegative: Bool
    ) -> Reading {
        guard areDigits(digits, radix: radix) else { return .none }
        var number: Int64 = 0
        for case let digit? in digits.map(value) {
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: radix)
            // The smallest number has no positive twin, so digits are added on the side of the sign.
            let (sum, hasOverflown) = product.addingReportingOverflow(isNegative ? -digit : digit)
            if isTooLarge || hasOverflown { return .tooLarge }
            number = sum
        }
        return .number(.integer(number))
    }

    private static func takeDigits(_ rest: inout ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let digits = rest.prefix { "0"..."9" ~= $0 || $0 == "_" }
        rest = rest.dropFirst(digits.count)
        return digits
    }

    /// Whether there are digits, and each underscore stands between two of them.
    private static func areDigits(_ digits: ArraySlice<Unicode.Scalar>, radix: Int64) -> Bool {
        digits.split(separator: "_", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { value($0).map { $0 < radix } ?? false }
        }
    }

    private static func value(_ digit: Unicode.Scalar) -> Int64? {
        switch digit {
        case "0"..."9": Int64(digit.value) - 0x30
        case "A"..."F": Int64(digit.value) - 0x37
        case "a"..."f": Int64(digit.value) - 0x57
        default: nil
        }
    }
}
