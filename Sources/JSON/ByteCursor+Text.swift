extension ByteCursor {
    /// The decoded text of the string whose opening quote stands at `start`.
    static func string(_ bytes: Bytes, at start: Int) -> String {
        let end = skipString(bytes, from: start)
        guard end - 1 > start else { return "" }
        // Without its closing quote, the string goes on to the end of the bytes.
        let isClosed = bytes[end - 1] == UInt8(ascii: "\"")
        return decode(bytes, start + 1..<(isClosed ? end - 1 : end))
    }

    /// Decodes what stands between two quotes: escapes become what they mean, broken UTF-8 and lone surrogates U+FFFD.
    static func decode(_ bytes: Bytes, _ range: Range<Int>) -> String {
        let raw = bytes[range]
        guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            if escape == UInt8(ascii: "u") {
                let scalar = unicodeEscape(bytes, at: &index, before: range.upperBound)
                plain.append(contentsOf: String(Character(scalar)).utf8)
                continue
            }
            index += 2
            switch escape {
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            default: plain.append(escape)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The scalar of a `\u` escape with its four hexadecimal digits, or of a pair of them; U+FFFD for half a pair.
    private static func unicodeEscape(_ bytes: Bytes, at index: inout Int, before end: Int) -> Unicode.Scalar
    {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard let first = hexUnit(bytes, at: index + 2, before: end) else {
            index += 2
            return replacement
        }
        index += 6
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"), let second = hexUnit(bytes, at: index + 2, before: end),
            UTF16.isTrailSurrogate(second)
        else { return replacement }
        index += 6
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(value) ?? replacement
    }

    /// The number that four hexadecimal digits spell.
    static func hexUnit(_ bytes: Bytes, at start: Int, before end: Int) -> UInt16? {
        guard start + 4 <= end else { return nil }
        var unit: UInt16 = 0
        for index in start..<start + 4 {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(bytes[index] - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(bytes[index] - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(bytes[index] - 0x37)
            default: return nil
            }
        }
        return unit
    }
}
