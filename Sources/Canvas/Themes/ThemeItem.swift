import TOML

/// A key of a theme's file with the tables around it, and what it is set to.
struct ThemeItem {
    /// At least one key.
    let path: [String]
    /// Nil where it is set to something else than a text.
    let text: String?
    let line: Int

    /// All keys that have a value of their own.
    static func all(in table: TOMLTable, below path: [String] = []) -> [ThemeItem] {
        table.entries.flatMap { entry in
            let path = path + [entry.key]
            if let table = entry.value.table { return all(in: table, below: path) }
            return [ThemeItem(path: path, text: entry.value.string, line: entry.position.line)]
        }
    }
}
