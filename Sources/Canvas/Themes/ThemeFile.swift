/// A theme's file as it was found: built in or the user's own.
package struct ThemeFile: Hashable, Sendable {
    /// The file's name without `.toml`: how the theme is chosen.
    package let name: String
    /// How messages name the file.
    package let path: String
    package let text: String

    package init(name: String, path: String, text: String) {
        self.name = name
        self.path = path
        self.text = text
    }
}

/// Something wrong in a theme's file.
package struct ThemeProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    /// Counted from 1.
    package let line: Int
    package let message: String

    package init(path: String, line: Int, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    package var description: String { "\(path):\(line): \(message)" }
}

/// A theme as far as it could be read, and everything that is wrong with it.
package struct ThemeReading: Hashable, Sendable {
    /// Nil where the file is no theme at all; else what was understood is used.
    package let theme: Theme?
    package let problems: [ThemeProblem]
}
