extension TemplateValue {
    /// The value as JSON on one line, as `string()` gives it.
    var json: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value as JSON with strings in single quotes, as `format()` writes arrays and objects.
    var singleQuotedJSON: String {
        var bytes: [UInt8] = []
        write(into: &bytes, quote: UInt8(ascii: "'"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A scalar as text, as `concat` and `format` take it; nil for containers and symbolic values.
    var scalarText: String? {
        switch self {
        case .null: ""
        case .bool(let flag): flag ? "True" : "False"
        case .integer(let number): String(number)
        case .float(let number): Self.text(of: number)
        case .string(let text): text
        case .array, .object, .symbolic: nil
        }
    }

    /// The value as an argument of an expression, for the text of a symbolic value.
    var expressionText: String {
        switch self {
        case .null: "null()"
        case .bool(let flag): flag ? "true()" : "false()"
        case .integer(let number): String(number)
        case .float(let number): "json('\(Self.text(of: number))')"
        case .string(let text):
            "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        case .symbolic(let symbolic): symbolic.text
        case .array(let array):
            if case .open(let text) = array.openness { text } else { "createArray(…)" }
        case .object(let object):
            if case .open(let text) = object.openness { text } else { "createObject(…)" }
        }
    }

    static func text(of number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    func write(into bytes: inout [UInt8], quote: UInt8 = UInt8(ascii: "\"")) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .float(let number): bytes += (number.isFinite ? number.description : "null").utf8
        case .string(let text): Self.quote(text, into: &bytes, quote)
        case .symbolic(let symbolic):
            bytes += #"{"$symbolic":"#.utf8
            Self.quote("[\(symbolic.text)]", into: &bytes)
            bytes += #","reason":"#.utf8
            Self.quote(symbolic.reason.rawValue, into: &bytes)
            bytes += "}".utf8
        case .array(let array):
            bytes.append(UInt8(ascii: "["))
            for (number, element) in array.elements.enumerated() {
                if number > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(into: &bytes, quote: quote)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (number, member) in object.members.enumerated() {
                if number > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.quote(member.name, into: &bytes, quote)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(into: &bytes, quote: quote)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    static func quote(_ text: String, into bytes: inout [UInt8], _ quote: UInt8 = UInt8(ascii: "\"")) {
        bytes.append(quote)
        var text = text
        text.withUTF8 { characters in
            // What needs no escape is taken over in one piece.
            var start = 0
            for index in characters.indices {
                let byte = characters[index]
                guard byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") else { continue }
                bytes += characters[start..<index]
                escape(byte, into: &bytes)
                start = index + 1
            }
            bytes += characters[start...]
        }
        bytes.append(quote)
    }

    private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case 0x08: bytes += #"\b"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0C: bytes += #"\f"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0..<0x20:
            let digits = String(byte, radix: 16)
            bytes += (#"\u00"# + (digits.count == 1 ? "0" : "") + digits).utf8
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
    }
}
