extension JSONScanner {
    /// Reads the string whose opening quote stands at `start`; answers the offset behind it.
    @inline(__always)
    mutating func string(at start: Int) throws(JSONFault) -> Int {
        var index = start + 1
        while true {
            if let word = Word(bytes, at: index) {
                let found = word.notPlain
                if found == 0 {
                    index += 8
                    continue
                }
                index += found.trailingZeroBitCount >> 3
            } else if index >= bytes.count {
                throw JSONFault(offset: start, message: "the string that begins here has no closing quote")
            }
            switch bytes[index] {
            case UInt8(ascii: "\""): return index + 1
            case UInt8(ascii: "\\"): index = try escape(at: index)
            case 0x00..<0x20:
                // Multi-line strings of templates are accepted with the rest of their dialect.
                guard lenient, bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09 else {
                    throw unexpected(index, "the closing quote of the string")
                }
                index += 1
            case 0x80...0xFF: index = nonASCII(at: index)
            default: index += 1
            }
        }
    }

    private mutating func escape(at start: Int) throws(JSONFault) -> Int {
        guard start + 1 < bytes.count else { throw cutOff("the rest of an escape") }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            guard let unit = ByteCursor.hexUnit(bytes, at: start + 2, before: bytes.count) else {
                throw JSONFault(offset: start, message: "expected four hexadecimal digits behind \\u")
            }
            guard UTF16.isSurrogate(unit) else { return start + 6 }
            if UTF16.isLeadSurrogate(unit), start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"),
                bytes[start + 7] == UInt8(ascii: "u"),
                let second = ByteCursor.hexUnit(bytes, at: start + 8, before: bytes.count),
                UTF16.isTrailSurrogate(second)
            {
                return start + 12
            }
            remark(start, .loneSurrogate)
            return start + 6
        default:
            throw JSONFault(
                offset: start,
                message: "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found "
                    + JSONFault.describe(bytes, at: start + 1)
            )
        }
    }

    /// Steps over one non-ASCII scalar, or over one byte where the bytes are not UTF-8.
    private mutating func nonASCII(at start: Int) -> Int {
        let first = bytes[start]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { low = 0xA0 }
            if first == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { low = 0x90 }
            if first == 0xF4 { high = 0x8F }
        default: length = 0
        }
        var isWhole =
            length > 0 && start + length <= bytes.count && bytes[start + 1] >= low && bytes[start + 1] <= high
        if isWhole, length > 2 {
            for offset in start + 2..<start + length where bytes[offset] & 0xC0 != 0x80 { isWhole = false }
        }
        guard !isWhole else { return start + length }
        remark(start, .brokenUTF8)
        return start + 1
    }

    func literal(_ word: StaticString, at start: Int) throws(JSONFault) -> Int {
        let end = start + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw unexpected(start, "'\(word)'") }
        for offset in start..<end where bytes[offset] != word.utf8Start[offset - start] {
            throw unexpected(start, "a value")
        }
        return try boundary(end, of: start)
    }

    func number(at start: Int) throws(JSONFault) -> Int {
        var index = start
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        index = digits(from: index)
        guard index > whole else { throw unexpected(start, "a number") }
        guard index == whole + 1 || bytes[whole] != UInt8(ascii: "0") else {
            throw JSONFault(
                offset: start,
                message: "a number must not begin with 0, as \(excerpt(start)) does"
            )
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            let end = digits(from: index + 1)
            guard end > index + 1 else { throw unexpected(end, "a digit behind the decimal point") }
            index = end
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            var sign = index + 1
            if sign < bytes.count, bytes[sign] == UInt8(ascii: "+") || bytes[sign] == UInt8(ascii: "-") {
                sign += 1
            }
            let end = digits(from: sign)
            guard end > sign else { throw unexpected(end, "a digit of the exponent") }
            index = end
        }
        return try boundary(index, of: start)
    }

    private func digits(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        return index
    }

    /// A number or a word ends in front of a blank, a comma or a bracket.
    private func boundary(_ end: Int, of start: Int) throws(JSONFault) -> Int {
        guard end < bytes.count else { return end }
        switch bytes[end] {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
            UInt8(ascii: "/"):
            return end
        default: throw unexpected(start, "a value")
        }
    }

    private func excerpt(_ start: Int) -> String { JSONFault.describe(bytes, at: start) }
}
