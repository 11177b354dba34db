/// Functions that write text as Base64 and read it back.
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
            guard text[..<comma].lowercased().hasSuffix(";base64") else {
                return .string(URIFunctions.unescape(data))
            }
            return .string(String(decoding: try decoded(data, arguments), as: UTF8.self))
        },
    ]

    private static func decoded(_ text: String, _ arguments: Arguments) throws(TemplateFault) -> [UInt8] {
        guard let bytes = Base64.decode(text) else { throw arguments.fault("the text is not Base64.") }
        return bytes
    }
}
