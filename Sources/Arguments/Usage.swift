/// What is told of a command: how it is called, and its help.
package struct Usage {
    /// The command and those above it, the program first.
    private let path: [any ParsableCommand.Type]
    private let columns: Int
    /// Where the meanings stand, behind the names.
    private static let tableColumn = 26

    init(_ path: [any ParsableCommand.Type], columns: Int) {
        self.path = path
        self.columns = max(40, min(columns, 100))
    }

    private var command: any ParsableCommand.Type { path[path.count - 1] }
    private var name: String { path.map { $0.word }.joined(separator: " ") }

    /// The version of the program.
    var version: String {
        (path.last { !$0.configuration.version.isEmpty }?.configuration.version ?? "") + "\n"
    }

    /// What is wrong with a command line, how the command is called, and where to read on.
    package func refusal(_ problem: String) -> String {
        """
        Error: \(problem)
        Usage: \(line)
          See '\(name) --help' for more information.

        """
    }

    private var line: String {
        let subcommand = "\(name) <subcommand>"
        guard
            let standard = command.configuration.subcommands.isEmpty
                ? command : command.configuration.defaultSubcommand
        else { return subcommand }
        let called = called(standard)
        return standard == command ? called : "\(called)\n       \(subcommand)"
    }

    /// How a command is called by this name.
    private func called(_ command: any ParsableCommand.Type) -> String {
        let definitions = command.init().definitions
        let isOptional = definitions.contains { $0.kind != .positional }
        let required = definitions.filter { $0.kind != .positional && $0.isRequired }.map(\.usage)
        let positional = definitions.filter { $0.kind == .positional }.map(\.usage)
        return ([name] + (isOptional ? ["[<options>]"] : []) + required + positional).joined(separator: " ")
    }

    /// Everything about the command.
    var help: String {
        let configuration = command.configuration
        var parts = [wrapped("OVERVIEW: \(configuration.abstract)", indent: 0)]
        if !configuration.discussion.isEmpty { parts.append(wrapped(configuration.discussion, indent: 0)) }
        parts.append("USAGE: \(line)\n")
        let definitions = command.init().definitions
        parts += section("ARGUMENTS", definitions.filter { $0.kind == .positional }.map(entry))
        parts += section(
            "OPTIONS",
            definitions.filter { $0.kind != .positional }.map(entry) + [
                ("--version", "Show the version."), ("-h, --help", "Show help information."),
            ]
        )
        parts += section(
            "SUBCOMMANDS",
            configuration.subcommands.map { subcommand in
                let isDefault = configuration.defaultSubcommand.map { $0 == subcommand } ?? false
                return (subcommand.word + (isDefault ? " (default)" : ""), subcommand.configuration.abstract)
            }
        )
        if !configuration.subcommands.isEmpty {
            parts.append(
                "  See '\(path[0].word) help\(name.dropFirst(path[0].word.count)) <subcommand>' for more.\n"
            )
        }
        return parts.joined(separator: "\n")
    }

    private func section(_ title: String, _ entries: [(String, String)]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return ["\(title):\n" + entries.map(laidOut).joined()]
    }

    private func entry(_ definition: Definition) -> (String, String) {
        var notes: [String] = []
        if !definition.choices.isEmpty {
            notes.append("values: \(definition.choices.joined(separator: ", "))")
        }
        if !definition.standard.isEmpty { notes.append("default: \(definition.standard)") }
        let name =
            switch definition.kind {
            case .positional: "<\(definition.valueName)>"
            case .option: "\(definition.names.joined(separator: ", ")) <\(definition.valueName)>"
            case .flag: (definition.names + definition.inverseNames).joined(separator: "/")
            }
        return (name, definition.help + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"))
    }

    /// A name with what it means beside it, or below where the name is long.
    private func laidOut(_ name: String, _ meaning: String) -> String {
        let text = wrapped(meaning, indent: Self.tableColumn)
        let head = "  \(name)"
        guard head.count < Self.tableColumn - 1 else { return "\(head)\n\(text)" }
        return head + text.dropFirst(head.count)
    }

    /// Text broken at spaces; a line that begins with a space is a row of a table and goes on in its second column.
    private func wrapped(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if paragraph.first == " ", indent == 0, paragraph.count > Self.tableColumn {
                let name = paragraph.prefix(Self.tableColumn)
                let meaning = wrapped(String(paragraph.dropFirst(name.count)), indent: name.count)
                lines.append(String(name) + String(meaning.dropFirst(name.count).dropLast()))
                continue
            }
            guard paragraph.first != " " else {
                lines.append(margin + paragraph)
                continue
            }
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, indent + line.count + 1 + word.count > columns {
                    lines.append(margin + line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            lines.append(margin + line)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
