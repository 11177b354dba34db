import JSON

/// Rows of Resource Graph in the older table form: `{"columns": [{"name": …}], "rows": [[…]]}`.
///
/// A row becomes an object of its own. Everything in it is told to stand where the row stands.
enum ResourceGraphTable: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate["columns"]?.kind == .array && candidate["rows"]?.kind == .array
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        let names = candidate["columns"]?.elements.map { $0.member("name")?.string ?? "" } ?? []
        for row in candidate["rows"]?.elements ?? [] {
            guard !harvest.run.isCancelled else { return }
            let cells = row.elements
            guard cells.count == names.count else {
                harvest.leave(row, "a row of \(cells.count) cells in a table of \(names.count) columns")
                continue
            }
            var writer = JSONWriter(pretty: false)
            writer.object { object in
                for (name, cell) in zip(names, cells) {
                    object.name(name)
                    object.raw(cell.text)
                }
            }
            let document = JSONDocument(text: writer.text, from: row.position)
            if let object = document.root { harvest.read(candidate.inner(object)) }
        }
    }
}
