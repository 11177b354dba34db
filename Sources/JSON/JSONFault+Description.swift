extension JSONFault {
    /// What stands at an offset, short enough for a message and safe to print.
    static func describe(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> String {
        guard offset < bytes.count else { return "the end of the input" }
        let byte = bytes[offset]
        guard byte > 0x20, byte < 0x7F else {
            return switch byte {
            case 0x0A, 0x0D: "the end of the line"
            case 0x20: "a blank"
            case 0x09: "a tab"
            default: "the byte 0x" + String(byte, radix: 16, uppercase: true)
            }
        }
        var end = offset
        while end < bytes.count, end - offset < 20, isWordPart(bytes[end]) { end += 1 }
        return "'" + String(decoding: bytes[offset..<max(end, offset + 1)], as: UTF8.self) + "'"
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
