import TOMLKit

/// A stretch of a review file: what stands before the first table, or one table with the comments above it.
struct ReviewBlock: Hashable, Sendable {
    enum Kind: Sendable { case preamble, decision, answer, other }

    var text: String

    /// Splits a file into blocks whose texts add up to the file.
    ///
    /// A header is a line that starts with `[` outside a multi-line string; blank and comment lines directly above
    /// it belong to it.
    static func split(_ text: String) -> [ReviewBlock] {
        var blocks: [ReviewBlock] = []
        var current = ""
        var pending = ""
        var open: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).lines {
            let body = line.drop { $0 == " " || $0 == "\t" }
            if open == nil, body.hasPrefix("[") {
                if !current.isEmpty { blocks.append(ReviewBlock(text: current)) }
                current = pending + line
                pending = ""
            } else if open == nil, body.hasPrefix("#") || body.allSatisfy(\.isWhitespace) {
                pending += line
            } else {
                current += pending + line
                pending = ""
                open = multilineString(openedIn: line, already: open)
            }
        }
        current += pending
        if !current.isEmpty || blocks.isEmpty { blocks.append(ReviewBlock(text: current)) }
        return blocks
    }

    /// The delimiter of the multi-line string that is open at the end of a line.
    private static func multilineString(openedIn line: String, already: String?) -> String? {
        var open = already
        var rest = Substring(line)
        while !rest.isEmpty {
            if let delimiter = open {
                guard let end = rest.firstRange(of: delimiter) else { return open }
                rest = rest[end.upperBound...]
                open = nil
            } else if rest.hasPrefix("\"\"\"") || rest.hasPrefix("'''") {
                open = String(rest.prefix(3))
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("#") {
                return nil
            } else if let quote = rest.first, quote == "\"" || quote == "'" {
                rest = rest.dropFirst()
                while let character = rest.first, character != quote {
                    rest = rest.dropFirst(character == "\\" && quote == "\"" ? 2 : 1)
                }
                rest = rest.dropFirst()
            } else {
                rest = rest.dropFirst()
            }
        }
        return open
    }

    var header: Substring {
        text.split(separator: "\n").first { $0.first { $0 != " " && $0 != "\t" } == "[" } ?? ""
    }

    var kind: Kind {
        switch header.prefix(while: { $0 != "#" }).filter({ !$0.isWhitespace }) {
        case "": .preamble
        case "[[decision]]": .decision
        case "[[answer]]": .answer
        default: .other
        }
    }

    /// The control and resource a decision or an answer is about.
    var subject: Decision.Subject? {
        guard kind == .decision || kind == .answer, let table = try? ReviewReader.table(text) else {
            return nil
        }
        guard let control = table["control"]?.string else { return nil }
        return Decision.Subject(
            control: control.lowercased(),
            resource: (table["resource"]?.string ?? "").lowercased()
        )
    }

    /// The block with its table written anew and the comments above it kept.
    func replacing(with table: String) -> ReviewBlock {
        guard let start = text.firstRange(of: header)?.lowerBound else { return ReviewBlock(text: table) }
        return ReviewBlock(text: text[..<start] + table)
    }

    mutating func endWithNewline() { if !text.hasSuffix("\n") { text += "\n" } }
}

extension ReviewBlock {
    static func text(of decision: Decision) -> String {
        table(
            "decision",
            [
                ("control", quoted(decision.control)), ("resource", quoted(decision.resource)),
                ("decision", quoted(decision.kind.rawValue)), ("reason", quoted(decision.reason)),
                ("owner", decision.owner.map(quoted)), ("decided", decision.decided),
                ("expires", decision.expires?.description),
            ]
        )
    }

    static func text(of answer: Answer) -> String {
        table(
            "answer",
            [
                ("control", quoted(answer.control)), ("resource", answer.resource.map(quoted)),
                ("answer", quoted(answer.answer.rawValue)),
                ("note", answer.note.isEmpty ? nil : quoted(answer.note)),
            ]
        )
    }

    private static func table(_ name: String, _ pairs: [(String, String?)]) -> String {
        "[[\(name)]]\n" + pairs.compactMap { key, value in value.map { "\(key) = \($0)\n" } }.joined()
    }

    /// A TOML basic string.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}

extension [String] {
    /// Lines with their newline given back, all but the last.
    fileprivate var lines: [String] {
        enumerated().map { $0 + 1 < count ? $1 + "\n" : $1 }.filter { !$0.isEmpty }
    }
}
