/// Text from the input, made safe for a terminal and a log.
package enum Printable {
    /// The text with every control, line-breaking and direction-changing character shown as `·`.
    package static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isUnsafe($0) ? "·" : $0 }))
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }
}

extension StringProtocol {
    /// The text on one line of at most so many characters, safe for a terminal.
    func shown(_ limit: Int) -> String {
        // Of a text of any length only the head is looked at.
        let head = prefix(limit * 4)
        let line = Printable.safe(head.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        let isWhole = head.endIndex == endIndex && line.count <= limit
        return isWhole ? line : "\(line.prefix(limit - 1))…"
    }
}
