import Canvas
import JSON
import Topology

/// What the reading of the input had to say: the gravest first, each with its place and what to do about it.
package struct DiagnosticList: Sendable {
    /// The most that are listed; nobody reads more.
    static let limit = 2_000

    let items: [Diagnostic]
    /// How many there are in all.
    let count: Int
    var cursor = ListCursor()

    init(_ topology: Topology) {
        let all = topology.diagnostics
        let ordered = Diagnostic.Severity.allCases.lazy.flatMap { severity in
            all.lazy.filter { $0.severity == severity }
        }
        items = Array(ordered.prefix(Self.limit))
        count = all.count
    }

    var selected: Diagnostic? { items.indices.contains(cursor.row) ? items[cursor.row] : nil }

    /// The lines of the list that are on the screen, the first of them at the top of the cursor.
    func entries(rows: Int) -> [Menu.Entry] {
        items.prefix(cursor.top + rows).map { item in
            Menu.Entry(
                "\(item.severity.sign) \(item.place.padded(to: 24, truncation: .middle)) \(item.message.sanitised)",
                role: item.severity.role
            )
        }
    }

    /// What there is to know of the selected one.
    func detail(columns: Int) -> [StyledLine] {
        guard let item = selected else {
            return [StyledLine("Nothing: the input was read without remarks", .pass)]
        }
        var lines: [StyledLine] = []
        let place = item.position.map { "\($0.file.sanitised), line \($0.line), column \($0.column)" }
        lines.append([
            Span(item.severity.word, item.severity.role, .bold),
            Span("  \(place ?? "the input as a whole")", .muted),
        ])
        lines += item.message.sanitised.wrapped(to: max(20, columns)).map { StyledLine($0, .text) }
        if let resource = item.resource { lines.append(StyledLine(resource.text.sanitised, .muted)) }
        lines.append([Span("To do  ", .key, .bold), Span(item.advice, .text)])
        return lines
    }
}

extension Diagnostic {
    /// The file and line in short.
    fileprivate var place: String {
        guard let position else { return "" }
        let file = position.file.split(separator: "/").last.map(String.init) ?? position.file
        return "\(file.sanitised):\(position.line)"
    }

    fileprivate var advice: String {
        switch severity {
        case .error: "mend it in the input and press r; until then what it describes is missing or unknown"
        case .warning: "look whether it is meant so; what is shown may differ from what Azure has"
        case .note:
            resource == nil
                ? "nothing, it is an assumption to know of" : "nothing; Enter goes to the resource"
        }
    }
}

extension Diagnostic.Severity {
    fileprivate var sign: String {
        switch self {
        case .error: String(Glyph.fail.character)
        case .warning: String(Glyph.unknown.character)
        case .note: " "
        }
    }

    fileprivate var word: String {
        switch self {
        case .error: "Error"
        case .warning: "Warning"
        case .note: "Note"
        }
    }

    var role: Role {
        switch self {
        case .error: .fail
        case .warning: .unknown
        case .note: .muted
        }
    }
}
