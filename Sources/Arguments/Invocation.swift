/// What a command line asks for.
package enum Invocation {
    /// A command with its values.
    case run(any ParsableCommand, Usage)
    /// A text for standard output, such as the help.
    case tell(String)
    /// A command line that is not understood: what standard error is told, with status 64.
    case refuse(String)

    /// Reads a command line.
    ///
    /// - Parameters:
    ///   - words: The words behind the name of the program.
    ///   - root: The command the program is.
    ///   - columns: How wide the help may be.
    ///   - nearest: The word of a list that was probably meant by another one.
    package init(
        _ words: [String],
        of root: any ParsableCommand.Type,
        columns: Int = 80,
        nearest: (String, [String]) -> String?
    ) {
        var rest = words[...]
        var isHelp = false
        if rest.first == "help" {
            isHelp = true
            rest.removeFirst()
        }
        var path = [root]
        while let command = path.last {
            let below = command.configuration.subcommands
            if let next = below.first(where: { $0.word == rest.first }) {
                path.append(next)
                rest.removeFirst()
            } else if !isHelp, !Self.isAskingHelp(rest.first),
                let next = command.configuration.defaultSubcommand
            {
                path.append(next)
            } else {
                break
            }
        }
        let usage = Usage(path, columns: columns)
        if isHelp || rest.prefix(while: { $0 != "--" }).contains(where: Self.isAskingHelp) {
            self = .tell(usage.help)
        } else if rest.contains("--version") {
            self = .tell(usage.version)
        } else if let command = path.last, command.configuration.subcommands.isEmpty {
            self.init(reading: rest, into: command.init(), usage, nearest)
        } else {
            self = .tell(usage.help)
        }
    }

    private static func isAskingHelp(_ word: String?) -> Bool { word == "-h" || word == "--help" }

    private init(
        reading words: ArraySlice<String>,
        into command: any ParsableCommand,
        _ usage: Usage,
        _ nearest: (String, [String]) -> String?
    ) {
        do {
            var reader = WordReader(command.definitions)
            try reader.read(words, nearest)
            for group in command.groups { try group.validate() }
            try command.validate()
            self = .run(command, usage)
        } catch {
            self = .refuse(usage.refusal("\(error)"))
        }
    }
}
