import TOML

extension ReviewBlock {
    /// The keys of the table that are no part of a review, and the tables below it, byte by byte.
    ///
    /// Another program keeps its own keys in a decision; they outlive a change of the decision.
    var foreign: String {
        let document = TOMLDocument(body)
        guard let header = document.headers.first,
            let table = document.root[header.path[0]]?.array?.first?.table
        else { return "" }
        let lines = TextLines(body)
        let below = document.headers.dropFirst().first?.leadLine ?? .max
        let keys = Self.keys(in: table).filter { $0.line < below }.sorted { $0.line < $1.line }
        let own = Set(kind == .answer ? ReviewEntry.answerKeys : ReviewEntry.decisionKeys)
        var kept = ""
        for (index, key) in keys.enumerated() where !own.contains(key.name) {
            // What stands inside a value begins no line of its own.
            let next = keys[index...].first { $0.line > key.line }?.line ?? below
            guard index == 0 || keys[index - 1].line < key.line else { continue }
            kept += lines.text(from: key.line, to: next)
        }
        return kept + (below == .max ? "" : lines.text(from: below, to: .max))
    }

    /// The lines on which keys stand, with the key of the entry they belong to; dotted keys make tables in it.
    private static func keys(in table: TOMLTable) -> [(name: String, line: Int)] {
        table.entries.flatMap { entry -> [(name: String, line: Int)] in
            let inner = entry.value.table.map(keys(in:)) ?? []
            return [(entry.key, entry.position.line)] + inner.map { (entry.key, $0.line) }
        }
    }
}
