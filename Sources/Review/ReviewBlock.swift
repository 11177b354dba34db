import TOML

/// A stretch of a review file: a table with the comments above it, or what stands before and behind all tables.
struct ReviewBlock: Hashable, Sendable {
    enum Kind: Sendable { case decision, answer, other }

    /// What the table is.
    var kind = Kind.other
    /// The control and resource that a decision or an answer is about.
    var subject: Decision.Subject?
    /// The blank lines and comments above the table.
    var lead = ""
    /// The table from its header on, with the tables that belong to it.
    var body: String

    var text: String { lead + body }

    /// Splits a file into blocks whose texts add up to the file, byte by byte.
    static func split(_ text: String, _ document: TOMLDocument) -> [ReviewBlock] {
        let lines = TextLines(text)
        let tables = entries(of: document)
        let headers = document.headers.filter { $0.path.count == 1 || kind(named: $0.path[0]) == .other }
        var blocks = [
            ReviewBlock(body: lines.text(from: 1, to: headers.first?.leadLine ?? document.tailLine))
        ]
        for (index, header) in headers.enumerated() {
            let next = index + 1 < headers.count ? headers[index + 1].leadLine : document.tailLine
            let line = header.position.line
            blocks.append(
                ReviewBlock(
                    kind: kind(of: header),
                    subject: tables[line].flatMap(subject),
                    lead: lines.text(from: header.leadLine, to: line),
                    body: lines.text(from: line, to: next)
                )
            )
        }
        blocks.append(ReviewBlock(body: lines.text(from: document.tailLine, to: .max)))
        return blocks.filter { !$0.text.isEmpty }
    }

    /// The decisions and answers by the line of their header.
    private static func entries(of document: TOMLDocument) -> [Int: TOMLTable] {
        var entries: [Int: TOMLTable] = [:]
        for name in ["decision", "answer"] {
            for entry in document.root[name]?.array ?? [] { entries[entry.position.line] = entry.table }
        }
        return entries
    }

    private static func subject(_ table: TOMLTable) -> Decision.Subject? {
        guard let control = table["control"]?.string else { return nil }
        return Decision.Subject(
            control: control.lowercased(),
            resource: (table["resource"]?.string ?? "").lowercased()
        )
    }

    static func kind(of header: TOMLHeader) -> Kind {
        header.isElement && header.path.count == 1 ? kind(named: header.path[0]) : .other
    }

    private static func kind(named name: String) -> Kind {
        switch name {
        case "decision": .decision
        case "answer": .answer
        default: .other
        }
    }

    /// The block with its table written anew; the comments above it and keys of others in it are kept.
    func replacing(with table: String) -> ReviewBlock {
        ReviewBlock(kind: kind, subject: subject, lead: lead, body: table + foreign)
    }

    mutating func endWithNewline() { if text.utf8.last != UInt8(ascii: "\n") { body += "\n" } }
}
