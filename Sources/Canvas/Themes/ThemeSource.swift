import TOMLKit

/// What a theme's file says, word by word and with the line of each, before colours are looked up.
struct ThemeSource {
    /// A value and where it stands.
    struct Entry {
        let text: String
        let path: String
        let line: Int
    }

    /// A part of the file.
    enum Section: Hashable {
        case palette, roles, surfaces
        case on(Surface)
        case fallback(ColorDepth)

        /// The keys that a part may hold; nil where they are free.
        var keys: [String]? {
            switch self {
            case .palette: nil
            case .roles: Role.words
            case .surfaces: Surface.words
            case .on: Role.words + ["every"]
            case .fallback: Role.words + Surface.words
            }
        }
    }

    var name: String
    var appearance: Theme.Appearance?
    var inherits: Entry?
    var sections: [Section: [String: Entry]] = [:]

    /// This source laid over the one it inherits from.
    func over(_ below: ThemeSource) -> ThemeSource {
        var source = self
        source.appearance = appearance ?? below.appearance
        source.sections = below.sections.merging(sections) { below, above in
            below.merging(above) { _, above in above }
        }
        return source
    }
}

/// Reads one file into a source and keeps going at whatever is wrong.
struct ThemeSourceReader {
    private let file: ThemeFile
    private let lines: ThemeLines
    private(set) var source: ThemeSource
    private(set) var problems: [ThemeProblem] = []

    init(_ file: ThemeFile) {
        self.file = file
        lines = ThemeLines(file.text)
        source = ThemeSource(name: file.name)
    }

    /// Answers nil where the text is not TOML.
    mutating func read() -> ThemeSource? {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: file.text)
        } catch {
            let failure = error as? TOMLParseError
            note(failure?.source.begin.line ?? 1, "not TOML: \(failure?.description ?? "\(error)")")
            return nil
        }
        for key in table.keys.sorted() { read(key, table[key]) }
        problems.sort { $0.line < $1.line }
        return source
    }

    private mutating func read(_ key: String, _ value: (any TOMLValueConvertible)?) {
        let line = lines.line(of: [key])
        switch key {
        case "name":
            if value?.string == nil { note(line, "name should be a text") }
        case "appearance":
            source.appearance = value?.string.flatMap(Theme.Appearance.init)
            if source.appearance == nil { note(line, "appearance should be \"dark\" or \"light\"") }
        case "inherits":
            guard let text = value?.string else { return note(line, "inherits should name a theme") }
            source.inherits = ThemeSource.Entry(text: text, path: file.path, line: line)
        case "palette": read([key], value, into: .palette)
        case "roles": read([key], value, into: .roles)
        case "surfaces": read([key], value, into: .surfaces)
        case "on":
            eachTable([key], value, valid: Surface.words) { reader, name, table in
                if let surface = Surface.named(name) { reader.read([key, name], table, into: .on(surface)) }
            }
        case "fallback":
            let depths: [String: ColorDepth] = ["256": .palette256, "16": .ansi16, "mono": .mono]
            eachTable([key], value, valid: depths.keys.sorted()) { reader, name, table in
                if let depth = depths[name] { reader.read([key, name], table, into: .fallback(depth)) }
            }
        default:
            let valid = ["name", "appearance", "inherits", "palette", "roles", "surfaces", "on", "fallback"]
            note(line, unknown(key, "is not part of a theme", valid))
        }
    }

    private mutating func eachTable(
        _ path: [String],
        _ value: (any TOMLValueConvertible)?,
        valid: [String],
        use: (inout Self, String, (any TOMLValueConvertible)?) -> Void
    ) {
        let name = path.joined(separator: ".")
        guard let table = value?.table else { return note(lines.line(of: path), "\(name) should be a table") }
        for key in table.keys.sorted() {
            if valid.contains(key) {
                use(&self, key, table[key])
            } else {
                note(lines.line(of: path + [key]), unknown(key, "is not known in [\(name).…]", valid))
            }
        }
    }

    private mutating func read(
        _ path: [String],
        _ value: (any TOMLValueConvertible)?,
        into section: ThemeSource.Section
    ) {
        let name = path.joined(separator: ".")
        let valid = section.keys
        guard let table = value?.table else {
            return note(lines.line(of: path), "\(name) should be a table, as in [\(name)]")
        }
        for key in table.keys.sorted() {
            let line = lines.line(of: path + [key])
            if let valid, !valid.contains(key) {
                note(line, unknown(key, "is not known in [\(name)]", valid))
            } else if let text = table[key]?.string {
                let entry = ThemeSource.Entry(text: text, path: file.path, line: line)
                source.sections[section, default: [:]][key] = entry
            } else {
                note(line, "\(key.sanitised) should be a text such as \"#5cc8d7 bold\"")
            }
        }
    }

    private func unknown(_ key: String, _ complaint: String, _ valid: [String]) -> String {
        let nearest = NearestWord.to(key, among: valid).map { "; did you mean \($0)?" }
        return
            "\"\(key.truncated(to: 40))\" \(complaint)\(nearest ?? ": it takes \(valid.joined(separator: ", "))")"
    }

    private mutating func note(_ line: Int, _ message: String) {
        problems.append(ThemeProblem(path: file.path, line: line, message: message.sanitised))
    }
}

/// The lines on which the keys of a simple TOML text stand.
private struct ThemeLines {
    private var lines: [[String]: Int] = [:]

    init(_ text: String) {
        var section: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.first == "[" {
                section = Self.path(line.dropFirst().prefix { $0 != "]" })
                if lines[section] == nil { lines[section] = index + 1 }
            } else if line.first != "#", let equals = line.firstIndex(of: "=") {
                let key = section + Self.path(line[..<equals])
                if lines[key] == nil { lines[key] = index + 1 }
            }
        }
    }

    /// The line of a key, or of the nearest table around it.
    func line(of path: [String]) -> Int {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] { return line }
            path.removeLast()
        }
        return 1
    }

    private static func path(_ text: some StringProtocol) -> [String] {
        text.split(separator: ".").map { part in
            String(part.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" })
        }
    }
}
