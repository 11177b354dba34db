/// What holds for every TOML text, and how parts of one are written.
package enum TOML {
    /// So many tables and arrays may stand in each other, keys with dots counted in; deeper is a problem.
    static let deepest = 64

    /// A basic string with its quotes.
    ///
    /// Control characters are escaped, so that it stays on its line and does nothing to a terminal.
    package static func quoted(_ text: some StringProtocol) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A key, with quotes only where it needs them.
    package static func key(_ text: String) -> String {
        let isBare = !text.isEmpty && text.unicodeScalars.allSatisfy(TOMLScanner.isBareKey)
        return isBare ? text : quoted(text)
    }

    /// The head of something from the text, short enough for a message.
    static func short(_ text: String) -> String {
        let head = text.unicodeScalars.prefix(40)
        return head.endIndex == text.unicodeScalars.endIndex ? text : String(head) + "…"
    }
}
