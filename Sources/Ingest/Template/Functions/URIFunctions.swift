/// Functions of addresses.
enum URIFunctions {
    static let all: [TemplateFunction] = [
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
        TemplateFunction("parseUri", 1...1) { arguments throws(TemplateFault) in try parse(arguments) },
        TemplateFunction("buildUri", 1...1) { arguments throws(TemplateFault) in try build(arguments) },
    ]

    /// Everything but letters, digits and `-_.~` as `%XX`.
    static func escape(_ text: String) -> String {
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

    static func unescape(_ text: String) -> String {
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

    /// A relative address against a base, as RFC 3986 has it.
    static func resolve(_ relative: String, against base: String) -> String {
        if relative.contains("://") || base.isEmpty { return relative }
        if relative.isEmpty { return base }
        let path = base.prefix { $0 != "?" && $0 != "#" }
        let authority = path.firstRange(of: "://")?.upperBound ?? path.startIndex
        let root = path[authority...].firstIndex(of: "/") ?? path.endIndex
        if relative.hasPrefix("?") || relative.hasPrefix("#") { return path + relative }
        let end = relative.firstIndex { $0 == "?" || $0 == "#" } ?? relative.endIndex
        let folder =
            relative.hasPrefix("/") ? "" : path[root...].lastIndex(of: "/").map { path[root...$0] } ?? ""
        // Without an authority a relative path stays one.
        let isRooted = root < path.endIndex || authority > path.startIndex
        var segments: [Substring] = []
        let steps = (folder + relative[..<end]).split(separator: "/", omittingEmptySubsequences: false)
        let all = isRooted && steps.first?.isEmpty == true ? Array(steps.dropFirst()) : steps
        for (number, step) in all.enumerated() {
            let isLast = number == all.count - 1
            switch step {
            case ".": if isLast { segments.append("") }
            case "..":
                _ = segments.popLast()
                if isLast { segments.append("") }
            default: segments.append(step)
            }
        }
        return path[..<root] + (isRooted ? "/" : "") + segments.joined(separator: "/") + relative[end...]
    }

    // MARK: Parts

    private static func parse(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let text = try arguments.string(0)
        guard let scheme = text.firstRange(of: "://"), scheme.lowerBound > text.startIndex else {
            throw arguments.fault("'\(text.prefix(60))' is no absolute URI.")
        }
        let rest = text[scheme.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let host = authority.split(separator: "@").last ?? ""
        let path = rest[authority.endIndex...].prefix { $0 != "?" }
        var parts: TemplateObject = ["scheme": .string(text[..<scheme.lowerBound].lowercased())]
        if let colon = host.lastIndex(of: ":"), let port = Int(host[host.index(after: colon)...]) {
            parts.set("host", .string(host[..<colon].lowercased()))
            parts.set("port", .integer(port))
        } else {
            parts.set("host", .string(host.lowercased()))
        }
        parts.set("path", .string(path.isEmpty ? "/" : String(path)))
        parts.set("query", .string(String(rest[path.endIndex...])))
        return .object(parts)
    }

    private static func build(_ arguments: Arguments) throws(TemplateFault) -> TemplateValue {
        let object = try arguments.closedObject(0)
        let names = ["scheme", "host", "port", "path", "query"]
        let parts = Arguments(name: arguments.name, values: names.map { object[$0] ?? .null })
        guard parts.has(0), parts.has(1) else { throw arguments.fault("it needs a scheme and a host.") }
        var text = "\(try parts.string(0))://\(try parts.string(1))"
        if parts.has(2) { text += ":\(try parts.integer(2))" }
        let path = parts.has(3) ? try parts.string(3) : ""
        text += path.hasPrefix("/") ? path : "/" + path
        let query = parts.has(4) ? try parts.string(4) : ""
        return .string(text + (query.isEmpty || query.hasPrefix("?") ? query : "?" + query))
    }
}
