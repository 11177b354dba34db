/// Functions that write text in another form: Base64, URIs.
enum EncodingFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction("base64", 1...1) { arguments throws(TemplateFault) in
            .string(Base64.encode(Array(try arguments.string(0).utf8)))
        },
        TemplateFunction("base64ToString", 1...1) { arguments throws(TemplateFault) in
            .string(String(decoding: try decoded(arguments.string(0), arguments), as: UTF8.self))
        },
        TemplateFunction("base64ToJson", 1...1) { arguments throws(TemplateFault) in
            try TemplateSyntax.value(
                of: String(decoding: decoded(arguments.string(0), arguments), as: UTF8.self)
            )
        },
        TemplateFunction("dataUri", 1...1) { arguments throws(TemplateFault) in
            .string(
                "data:text/plain;charset=utf8;base64," + Base64.encode(Array(try arguments.string(0).utf8))
            )
        },
        TemplateFunction("dataUriToString", 1...1) { arguments throws(TemplateFault) in
            let text = try arguments.string(0)
            guard text.hasPrefix("data:"), let comma = text.firstIndex(of: ",") else {
                throw arguments.fault("the text is no data URI.")
            }
            let data = String(text[text.index(after: comma)...])
            guard text[..<comma].lowercased().hasSuffix(";base64") else { return .string(unescape(data)) }
            return .string(String(decoding: try decoded(data, arguments), as: UTF8.self))
        },
        TemplateFunction("uriComponent", 1...1) { arguments throws(TemplateFault) in
            .string(escape(try arguments.string(0)))
        },
        TemplateFunction("uriComponentToString", 1...1) { arguments throws(TemplateFault) in
            .string(unescape(try arguments.string(0)))
        },
        TemplateFunction("uri", 2...2) { arguments throws(TemplateFault) in
            if arguments[0].symbolic != nil || arguments[1].symbolic != nil {
                let (base, rest) = (arguments[0].spelled ?? "", arguments[1].spelled ?? "")
                return arguments.symbolic(spelled: resolve(rest, against: base))
            }
            return .string(resolve(try arguments.string(1), against: try arguments.string(0)))
        },
    ]

    private static func decoded(_ text: String, _ arguments: Arguments) throws(TemplateFault) -> [UInt8] {
        guard let bytes = Base64.decode(text) else { throw arguments.fault("the text is not Base64.") }
        return bytes
    }

    /// Everything but letters, digits and `-_.~` as `%XX`.
    private static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."),
                UInt8(ascii: "~"):
                escaped.append(byte)
            default: escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func unescape(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                plain.append(byte)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// A relative address against a base, as browsers do it.
    static func resolve(_ relative: String, against base: String) -> String {
        if relative.contains("://") || base.isEmpty { return relative }
        let end = base.firstIndex { $0 == "?" || $0 == "#" } ?? base.endIndex
        let path = base[..<end]
        let authority = path.firstRange(of: "://")?.upperBound ?? path.startIndex
        let root = path[authority...].firstIndex(of: "/") ?? path.endIndex
        if relative.hasPrefix("/") { return String(path[..<root]) + relative }
        let isRootOnly = root == path.endIndex && authority != path.startIndex
        let folder = path[root...].lastIndex(of: "/").map { path[...$0] } ?? path[..<root]
        var segments = relative.split(separator: "/", omittingEmptySubsequences: false)
        var above = isRootOnly ? folder + "/" : folder
        while let first = segments.first, first == "." || first == ".." {
            segments.removeFirst()
            guard first == ".." else { continue }
            let outer = above.dropLast().lastIndex(of: "/")
            if let outer, outer >= root { above = above[...outer] }
        }
        return String(above) + segments.joined(separator: "/")
    }
}

/// Base64 as RFC 4648 has it.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 3 * 4 + 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let rest = min(3, bytes.count - start)
            var group = UInt32(bytes[start]) << 16
            if rest > 1 { group |= UInt32(bytes[start + 1]) << 8 }
            if rest > 2 { group |= UInt32(bytes[start + 2]) }
            for place in 0..<4 {
                text.append(
                    place <= rest ? alphabet[Int(group >> (18 - 6 * UInt32(place))) & 63] : UInt8(ascii: "=")
                )
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; nil where the text is no Base64.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var group: UInt32 = 0
        var bits = 0
        for byte in text.utf8 where byte > 0x20 && byte != UInt8(ascii: "=") {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            group &= (1 << UInt32(bits)) - 1
        }
        return bytes
    }
}
