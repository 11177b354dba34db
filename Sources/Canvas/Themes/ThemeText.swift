/// The part of TOML that themes are written in: tables, and keys with a text.
///
/// A reader of its own, because every value needs its line, a broken line must cost only itself, and no file may
/// bring the program down, which cannot be said of the general reader.
/// Not read: numbers, dates, arrays, inline tables, texts of several lines; a theme has none of them.
struct ThemeText {
    /// A key with the tables around it, and what it is set to.
    struct Item {
        let path: [String]
        /// Nil where it is set to something else than a text.
        let text: String?
        let line: Int
    }

    /// A line that is no TOML, or none that a theme may hold.
    struct Fault {
        let line: Int
        let message: String
    }

    private(set) var items: [Item] = []
    private(set) var faults: [Fault] = []

    init(_ text: String) {
        var table: [String]? = []
        var seen: Set<[String]> = []
        for (index, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        {
            var line = ThemeLine(bytes)
            line.skipBlanks()
            if line.isAtEnd { continue }
            do throws(ThemeLine.Fault) {
                if line.take("[") {
                    // Keys of a table whose name cannot be read belong nowhere.
                    table = nil
                    let path = try line.path(until: "]")
                    try line.finish()
                    table = path
                    continue
                }
                let key = try line.path(until: "=")
                let value = try line.value()
                try line.finish()
                guard let table else { continue }
                guard seen.insert(table + key).inserted else {
                    throw ThemeLine.Fault("\(key.joined(separator: ".")) is set a second time")
                }
                items.append(Item(path: table + key, text: value, line: index + 1))
            } catch {
                faults.append(Fault(line: index + 1, message: error.message))
            }
        }
    }
}

/// Reads one line from left to right.
private struct ThemeLine {
    struct Fault: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }

    private var rest: Substring.UnicodeScalarView

    init(_ bytes: Substring.UTF8View) {
        rest = Substring(bytes).unicodeScalars
        if rest.last == "\r" { rest.removeLast() }
        // A mark that editors put at the start of a file.
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
    }

    /// Whether nothing is left but a comment.
    var isAtEnd: Bool { rest.first.map { $0 == "#" } ?? true }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    /// Refuses what follows the end of a line.
    mutating func finish() throws(Fault) {
        skipBlanks()
        if !isAtEnd { throw Fault("expected the end of the line, found \(shown)") }
    }

    /// Reads a key with dots, and the mark after it.
    mutating func path(until mark: Unicode.Scalar) throws(Fault) -> [String] {
        var path: [String] = []
        while true {
            skipBlanks()
            path.append(try key())
            skipBlanks()
            if take(mark) { return path }
            guard take("."), path.count < 8 else {
                throw Fault("expected \(mark) after a key, found \(shown)")
            }
        }
    }

    private mutating func key() throws(Fault) -> String {
        if let quoted = try quoted() { return quoted }
        let bare = rest.prefix {
            $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "-" || $0 == "_")
        }
        guard !bare.isEmpty else { throw Fault("expected a key, found \(shown)") }
        rest = rest.dropFirst(bare.count)
        return String(bare)
    }

    /// Reads a text, or answers nil and passes over anything else.
    mutating func value() throws(Fault) -> String? {
        skipBlanks()
        if isAtEnd { throw Fault("expected a text after =") }
        if let text = try quoted() { return text }
        rest = rest.drop { $0 != "#" }
        return nil
    }

    private mutating func quoted() throws(Fault) -> String? {
        if take("'") {
            let text = rest.prefix { $0 != "'" }
            rest = rest.dropFirst(text.count)
            guard take("'") else { throw Fault("a text is not closed with '") }
            return String(text)
        }
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\": text.append(try escaped())
            default: text.append(scalar)
            }
        }
        throw Fault("a text is not closed with \"")
    }

    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        let letters: [Unicode.Scalar: Unicode.Scalar] = [
            "n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}", "\"": "\"", "\\": "\\",
        ]
        guard let letter = rest.popFirst() else { throw Fault("a text ends after \\") }
        if let scalar = letters[letter] { return scalar }
        let digits = rest.prefix(letter == "u" ? 4 : letter == "U" ? 8 : 0)
        guard !digits.isEmpty, let value = UInt32(String(digits), radix: 16),
            let scalar = Unicode.Scalar(value)
        else {
            throw Fault("\\\(letter) stands for nothing in a text")
        }
        rest = rest.dropFirst(digits.count)
        return scalar
    }

    private var shown: String {
        rest.first.map { "\"\(Character($0))\"" } ?? "the end of the line"
    }
}
