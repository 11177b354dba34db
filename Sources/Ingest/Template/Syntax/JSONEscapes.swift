/// Decodes the escapes of a JSON string; what is not an escape stays as it is.
enum JSONEscapes {
    static func decode(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            index += 2
            switch escape {
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "u"):
                plain += String(Character(scalar(bytes, at: &index, before: range.upperBound))).utf8
            default: plain.append(escape)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The scalar of the digits at an index, and of a second escape where the first is half a pair.
    private static func scalar(_ bytes: [UInt8], at index: inout Int, before end: Int) -> Unicode.Scalar {
        guard let first = unit(bytes, at: index, before: end) else { return "\u{FFFD}" }
        index += 4
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"), let second = unit(bytes, at: index + 2, before: end),
            UTF16.isTrailSurrogate(second)
        else { return "\u{FFFD}" }
        index += 6
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func unit(_ bytes: [UInt8], at start: Int, before end: Int) -> UInt16? {
        guard start + 4 <= end else { return nil }
        return UInt16(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }
}
