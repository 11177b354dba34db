/// Steps over JSON bytes without looking closely: fast, total, and never recursive.
///
/// On broken input every function stops at the end of the bytes at the latest; ``JSONScanner`` is what finds and
/// tells faults. Comments count as blanks, as ARM templates have them.
enum ByteCursor {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    @inline(__always)
    static func skipBlank(_ bytes: Bytes, from start: Int) -> Int {
        // Most often there is none.
        if start < bytes.count, bytes[start] > 0x20, bytes[start] != UInt8(ascii: "/") { return start }
        return skipBlanks(bytes, from: start)
    }

    private static func skipBlanks(_ bytes: Bytes, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x20:
                index += 1
                // Indentation comes in runs.
                while let word = Word(bytes, at: index), word.isSpaces { index += 8 }
            case 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "/"):
                let behind = skipComment(bytes, from: index)
                if behind == index { return index }
                index = behind
            default: return index
            }
        }
        return bytes.count
    }

    /// The offset behind the comment that starts here; the same offset where there is none.
    static func skipComment(_ bytes: Bytes, from start: Int) -> Int {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "/") else { return start }
        var index = start + 2
        switch bytes[start + 1] {
        case UInt8(ascii: "/"):
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
            return index
        case UInt8(ascii: "*"):
            while index + 1 < bytes.count {
                if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
                    return index + 2
                }
                index += 1
            }
            return bytes.count
        default: return start
        }
    }

    /// The offset behind the string whose opening quote stands at `start`.
    @inline(__always)
    static func skipString(_ bytes: Bytes, from start: Int) -> Int {
        var index = start + 1
        while true {
            if let word = Word(bytes, at: index) {
                let found = word.quotesAndEscapes
                if found == 0 {
                    index += 8
                    continue
                }
                index += found.trailingZeroBitCount >> 3
            } else if index >= bytes.count {
                return bytes.count
            }
            switch bytes[index] {
            case UInt8(ascii: "\""): return index + 1
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
    }

    /// The offset behind the value that starts at `start`.
    static func skipValue(_ bytes: Bytes, from start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        switch bytes[start] {
        case UInt8(ascii: "\""): return skipString(bytes, from: start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return skipContainer(bytes, from: start)
        default: return skipScalar(bytes, from: start)
        }
    }

    private static func skipContainer(_ bytes: Bytes, from start: Int) -> Int {
        var index = start + 1
        var depth = 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index = skipString(bytes, from: index)
            } else if byte | 0x20 == UInt8(ascii: "{") {
                // The bit 0x20 is what tells `[` from `{` and `]` from `}`.
                depth += 1
                index += 1
            } else if byte | 0x20 == UInt8(ascii: "}") {
                depth -= 1
                index += 1
                if depth == 0 { return index }
            } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
                let behind = skipBlanks(bytes, from: index)
                index = behind == index ? index + 1 : behind
            } else {
                index += 1
            }
        }
        return bytes.count
    }

    private static func skipScalar(_ bytes: Bytes, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "/"), 0x00...0x20:
                return index
            default: index += 1
            }
        }
        return bytes.count
    }
}
