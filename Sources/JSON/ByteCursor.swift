/// Steps over JSON bytes. Every function is total: on broken input it stops at the end of the bytes.
enum ByteCursor {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    static func skipBlank(_ bytes: Bytes, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return index
            }
        }
        return index
    }

    /// The offset behind the string whose opening quote stands at `start`.
    static func skipString(_ bytes: Bytes, from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "\""): return index + 1
            default: index += 1
            }
        }
        return bytes.count
    }

    /// The offset behind the value that starts at `start`.
    static func skipValue(_ bytes: Bytes, from start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index = skipString(bytes, from: index)
                if depth == 0 { return index }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth <= 1 { return depth == 1 ? index + 1 : index }
                depth -= 1
                index += 1
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return index }
                index += 1
            default: index += 1
            }
        }
        return bytes.count
    }

    static func elements(_ bytes: Bytes, at start: Int) -> [Int] {
        var offsets: [Int] = []
        var index = skipBlank(bytes, from: start + 1)
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
            offsets.append(index)
            let next = skipBlank(bytes, from: skipValue(bytes, from: index))
            guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else { break }
            index = skipBlank(bytes, from: next + 1)
        }
        return offsets
    }

    static func members(_ bytes: Bytes, at start: Int) -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        var index = skipBlank(bytes, from: start + 1)
        while index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            let end = skipString(bytes, from: index)
            let colon = skipBlank(bytes, from: end)
            guard end - 1 > index, colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { break }
            let value = skipBlank(bytes, from: colon + 1)
            guard value < bytes.count else { break }
            members.append(JSONObject.Member(name: index + 1..<end - 1, value: value))
            let next = skipBlank(bytes, from: skipValue(bytes, from: value))
            guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else { break }
            index = skipBlank(bytes, from: next + 1)
        }
        return members
    }

    static func equalIgnoringCase(_ bytes: Bytes, _ range: Range<Int>, _ wanted: Bytes) -> Bool {
        guard range.count == wanted.count else { return false }
        for step in 0..<wanted.count where fold(bytes[range.lowerBound + step]) != fold(wanted[step]) {
            return false
        }
        return true
    }

    private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// The decoded string whose opening quote stands at `start`.
    static func string(_ bytes: Bytes, at start: Int) -> String {
        let end = max(start + 1, skipString(bytes, from: start) - 1)
        let raw = bytes[start + 1..<min(end, bytes.count)]
        guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
        var units: [UInt16] = []
        var plain: [UInt8] = []
        var text = ""
        func flush() {
            if !plain.isEmpty { text += String(decoding: plain, as: UTF8.self); plain.removeAll() }
            if !units.isEmpty { text += String(decoding: units, as: UTF16.self); units.removeAll() }
        }
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.endIndex else {
                if !units.isEmpty { flush() }
                plain.append(raw[index])
                index += 1
                continue
            }
            let escape = raw[index + 1]
            index += 2
            if escape == UInt8(ascii: "u") {
                if !plain.isEmpty { flush() }
                let digits = raw[index..<min(index + 4, raw.endIndex)]
                units.append(UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD)
                index = digits.endIndex
                continue
            }
            if !units.isEmpty { flush() }
            switch escape {
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            default: plain.append(escape)
            }
        }
        flush()
        return text
    }
}
