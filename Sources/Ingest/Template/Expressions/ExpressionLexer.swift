/// A piece of an expression.
enum ExpressionToken: Sendable, Equatable {
    case name(String)
    case string(String)
    case integer(Int)
    case float(Double)
    /// One of `( ) [ ] , .`
    case symbol(UInt8)
    case end
}

/// Takes an expression apart; what is between the pieces is blank.
struct ExpressionLexer {
    private let bytes: [UInt8]
    private var index = 0
    /// Where the latest token began, counted from the bracket that opens the expression.
    private(set) var start = 1

    init(_ text: Substring) { bytes = Array(text.utf8) }

    mutating func next() throws(TemplateFault) -> ExpressionToken {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        // A non-breaking space is a blank, too: templates are pasted from web pages.
        while index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
            index += 2
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        }
        start = index + 1
        guard index < bytes.count else { return .end }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "'"): return .string(try string())
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
            UInt8(ascii: "."):
            index += 1
            return .symbol(byte)
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case _ where Self.isNameStart(byte): return .name(name())
        default:
            let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).first ?? " "
            throw TemplateFault(
                "The template language expression has an unexpected '\(scalar)'.",
                offset: start
            )
        }
    }

    /// A string in single quotes; two of them are one quote inside it.
    private mutating func string() throws(TemplateFault) -> String {
        var plain: [UInt8] = []
        index += 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "'") {
                index += 1
                guard index < bytes.count, bytes[index] == UInt8(ascii: "'") else {
                    return String(decoding: plain, as: UTF8.self)
                }
            }
            plain.append(bytes[index])
            index += 1
        }
        throw TemplateFault("The string literal has no closing quote.", offset: start)
    }

    private mutating func number() throws(TemplateFault) -> ExpressionToken {
        let first = index
        index += 1
        while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
        var isWhole = true
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), Self.isDigit(bytes[index + 1]) {
            isWhole = false
            index += 1
            while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
        }
        let text = String(decoding: bytes[first..<index], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        if !isWhole, let number = Double(text) { return .float(number) }
        throw TemplateFault("'\(text.prefix(40))' is not a number of the template language.", offset: start)
    }

    private mutating func name() -> String {
        let first = index
        while index < bytes.count, Self.isNameStart(bytes[index]) || Self.isDigit(bytes[index]) { index += 1 }
        return String(decoding: bytes[first..<index], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
    }
}
