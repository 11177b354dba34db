import TOML

/// Reads one file into a source and keeps going at whatever is wrong.
struct ThemeSourceReader {
    /// So many problems are told; a file with more is something else.
    private static let limit = 20
    private static let depths: [String: ColorDepth] = ["256": .palette256, "16": .ansi16, "mono": .mono]

    private let file: ThemeFile
    private(set) var source: ThemeSource
    private(set) var problems: [ThemeProblem] = []

    init(_ file: ThemeFile) {
        self.file = file
        source = ThemeSource(name: file.name)
    }

    /// Answers nil where nothing in the file belongs to a theme.
    mutating func read() -> ThemeSource? {
        let document = TOMLDocument(file.text)
        let items = ThemeItem.all(in: document.root)
        var understood = 0
        for item in items {
            let before = problems.count
            read(item)
            understood += problems.count == before ? 1 : 0
        }
        for problem in document.problems { note(problem.position.line, problem.message) }
        if items.isEmpty, document.problems.isEmpty { note(1, "there is nothing in this theme") }
        problems.sort { $0.line < $1.line }
        problems.removeLast(max(0, problems.count - Self.limit))
        return understood > 0 ? source : nil
    }

    private mutating func read(_ item: ThemeItem) {
        let (first, rest) = (item.path[0], item.path.dropFirst())
        switch (first, rest.count) {
        case ("name", 0):
            if item.text == nil { note(item.line, "name should be a text") }
        case ("appearance", 0):
            source.appearance = item.text.flatMap(Theme.Appearance.init)
            if source.appearance == nil { note(item.line, "appearance should be \"dark\" or \"light\"") }
        case ("inherits", 0):
            guard let text = item.text else { return note(item.line, "inherits should name a theme") }
            source.inherits = entry(text, item.line)
        case ("palette", 1): read(item, into: .palette)
        case ("roles", 1): read(item, into: .roles)
        case ("surfaces", 1): read(item, into: .surfaces)
        case ("on", 2):
            guard let surface = Surface.named(item.path[1]) else {
                return note(item.line, unknown(item.path[1], "is no surface for [on.…]", Surface.words))
            }
            read(item, into: .on(surface))
        case ("fallback", 2):
            guard let depth = Self.depths[item.path[1]] else {
                let valid = Self.depths.keys.sorted()
                return note(item.line, unknown(item.path[1], "is no depth for [fallback.…]", valid))
            }
            read(item, into: .fallback(depth))
        default:
            let valid = ["name", "appearance", "inherits", "palette", "roles", "surfaces", "on", "fallback"]
            let word = valid.contains(first) ? item.path.joined(separator: ".") : first
            note(item.line, unknown(word, "is not part of a theme", valid))
        }
    }

    private mutating func read(_ item: ThemeItem, into section: ThemeSource.Section) {
        let key = item.path[item.path.count - 1]
        if let valid = section.keys, !valid.contains(key) {
            let table = item.path.dropLast().joined(separator: ".")
            return note(item.line, unknown(key, "is not known in [\(table)]", valid))
        }
        guard let text = item.text else {
            return note(item.line, "\(key) should be a text such as \"#5cc8d7 bold\"")
        }
        source.sections[section, default: [:]][key] = entry(text, item.line)
    }

    private func entry(_ text: String, _ line: Int) -> ThemeSource.Entry {
        ThemeSource.Entry(text: text, path: file.path, line: line)
    }

    private func unknown(_ key: String, _ complaint: String, _ valid: [String]) -> String {
        let nearest = NearestWord.to(key, among: valid).map { "; did you mean \($0)?" }
        let choice = nearest ?? ": it takes \(valid.joined(separator: ", "))"
        return "\"\(key.truncated(to: 40))\" \(complaint)\(choice)"
    }

    private mutating func note(_ line: Int, _ message: String) {
        problems.append(ThemeProblem(path: file.path, line: line, message: message.sanitised))
    }
}
