import TOML

/// Looks up the colours that a source names and makes the theme.
struct ThemeResolver {
    private let source: ThemeSource
    private var palette: [String: TerminalColor] = [:]
    private(set) var problems: [ThemeProblem] = []

    init(_ source: ThemeSource) { self.source = source }

    mutating func theme() -> Theme {
        for (name, entry) in sorted(.palette) {
            if let color = Self.color(entry.text) {
                palette[name] = color
            } else {
                note(entry, "\"\(entry.text)\" is no colour: it takes #rrggbb, ansi:0 to ansi:15, or default")
            }
        }
        var theme = Theme(name: source.name, appearance: source.appearance ?? .dark)
        for (word, entry) in sorted(.roles) {
            if let role = Role.named(word) { theme.paints.roles[role] = paint(entry) }
        }
        for (word, entry) in sorted(.surfaces) {
            if let surface = Surface.named(word) { theme.paints.surfaces[surface] = paint(entry) }
        }
        for surface in Surface.allCases {
            for (word, entry) in sorted(.on(surface)) {
                theme.onSurface[surface, default: [:]].updateValue(paint(entry), forKey: Role.named(word))
            }
        }
        for depth in ColorDepth.allCases {
            var paints = Theme.Paints()
            for (word, entry) in sorted(.fallback(depth)) {
                let paint = paint(entry, depth: depth)
                if let role = Role.named(word) { paints.roles[role] = paint }
                if let surface = Surface.named(word) { paints.surfaces[surface] = paint }
            }
            if paints != Theme.Paints() { theme.fallbacks[depth] = paints }
        }
        return theme
    }

    private func sorted(_ section: ThemeSource.Section) -> [(String, ThemeSource.Entry)] {
        (source.sections[section] ?? [:]).sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
            .map { ($0.key, $0.value) }
    }

    /// Reads `colour attribute…`, each part at most once.
    private mutating func paint(_ entry: ThemeSource.Entry, depth: ColorDepth = .truecolor) -> Paint {
        let shapes: [String: Style.Attributes] = [
            "bold": .bold, "underline": .underline, "reverse": .reverse, "dim": .dim,
        ]
        var paint = Paint()
        for word in entry.text.split(separator: " ").map(String.init) {
            if let attribute = shapes[word] {
                paint.attributes.insert(attribute)
            } else if let color = palette[word] ?? Self.color(word) {
                if depth == .mono {
                    note(entry, "there is no colour in [fallback.mono]: only \(words(shapes.keys))")
                }
                paint.color = color
            } else {
                let valid = palette.keys.sorted() + shapes.keys.sorted() + ["default"]
                let nearest = NearestWord.to(word, among: valid).map { "; did you mean \($0)?" }
                note(
                    entry,
                    "\"\(word)\" is neither in [palette] nor a colour nor an attribute\(nearest ?? "")"
                )
            }
        }
        return paint
    }

    private func words(_ words: some Sequence<String>) -> String { words.sorted().joined(separator: ", ") }

    private static func color(_ text: String) -> TerminalColor? {
        if text == "default" { return .default }
        if text.hasPrefix("ansi:"), let number = UInt8(text.dropFirst(5)), number < 16 {
            return .ansi(number)
        }
        return RGB(hex: text).map { .rgb($0) }
    }

    private mutating func note(_ entry: ThemeSource.Entry, _ message: String) {
        problems.append(ThemeProblem(path: entry.path, line: entry.line, message: message.sanitised))
    }
}
