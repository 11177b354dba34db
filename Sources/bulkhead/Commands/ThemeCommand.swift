import Arguments
import Canvas

/// `bulkhead theme`: what themes there are, and whether one can be read by everybody.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "List, print and check the explorer's themes.",
        subcommands: [List.self, Show.self, Check.self],
        defaultSubcommand: List.self
    )

    /// `bulkhead theme list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the themes.")

        func run() throws {
            let library = ThemeFolder.library
            let lines = library.names.map { name in
                let appearance = library.theme(named: name).theme?.appearance.rawValue ?? "broken"
                return name + String(repeating: " ", count: max(1, 18 - name.count)) + appearance
            }
            try Streams.put(lines.joined(separator: "\n") + "\n")
        }
    }

    /// `bulkhead theme show NAME`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a theme's TOML, to start your own from."
        )

        @Argument(help: "The theme's name.") var name: String

        func run() throws {
            guard let file = ThemeFolder.library.file(named: name) else { throw ThemeCommand.unknown(name) }
            try Streams.put(file.text)
        }
    }

    /// `bulkhead theme check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check contrast and colour-blind safety.",
            discussion: "Ends with status 1 where a theme fails, 65 where its file is broken."
        )

        @Argument(help: "Themes by name; all where none is named.") var names: [String] = []

        func run() throws {
            let library = ThemeFolder.library
            var lines: [String] = []
            var isBroken = false
            var hasFailed = false
            for name in names.isEmpty ? library.names : names {
                guard library.file(named: name) != nil else { throw ThemeCommand.unknown(name) }
                let reading = library.theme(named: name)
                reading.problems.forEach { Streams.tell("\($0)") }
                guard let theme = reading.theme, reading.problems.isEmpty else {
                    isBroken = true
                    continue
                }
                let check = ThemeCheck(theme)
                hasFailed = hasFailed || !check.isPassed
                lines += check.report(name)
            }
            try Streams.put(lines.joined(separator: "\n") + "\n")
            if isBroken { throw ExitStatus.broken }
            if hasFailed { throw ExitStatus.findings }
        }
    }

    fileprivate static func unknown(_ name: String) -> ValidationError {
        ValidationError("There is no theme '\(name)'; 'bulkhead theme list' shows them.")
    }
}

extension ThemeCheck {
    /// What the check found, a line each.
    fileprivate func report(_ name: String) -> [String] {
        let problems =
            faint.map { faint in
                let ratio = (faint.ratio * 100).rounded() / 100
                return
                    "\(faint.role) on \(faint.surface) has a contrast of \(ratio), it needs \(faint.needed)"
            } + missing.map { "it leaves out \($0)" }
            + alike.filter { !$0.isToldByGlyph }.map {
                "\($0.one) and \($0.other) look alike under \($0.vision)"
            }
        if problems.isEmpty {
            return [
                hasOwnColors
                    ? "\(name): passes, as far as it does not use the user's own colours" : "\(name): passes"
            ]
        }
        return problems.map { "\(name): \($0)" }
    }
}
