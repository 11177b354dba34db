/// A value whose properties are read from a command line: those wrapped in ``Option``, ``Flag``, ``Argument`` and
/// ``OptionGroup``.
///
/// The room speaks the words of swift-argument-parser, of which it is the part a program without Foundation needs:
/// that library and the Foundation it pulls in took 6.4 of the 20 MB a release may have.
package protocol ParsableArguments: SendableMetatype {
    init()

    /// Looks at what was read before anything is run.
    ///
    /// - Throws: ``ValidationError`` where the values do not go together.
    func validate() throws
}

extension ParsableArguments {
    package func validate() throws {}
}

/// A command, or one that only has others below it.
package protocol ParsableCommand: ParsableArguments {
    static var configuration: CommandConfiguration { get }

    /// Does what the command is for.
    func run() throws
}

extension ParsableCommand {
    package func run() throws {}
}

/// A command that waits for work on other threads.
package protocol AsyncParsableCommand: ParsableCommand {
    /// Does what the command is for.
    func run() async throws
}

/// What a command is called and what is told of it.
package struct CommandConfiguration: Sendable {
    /// Its word on the command line; nil takes the type's name.
    let commandName: String?
    /// What it does, in a sentence.
    let abstract: String
    /// What else is worth knowing, for its help.
    let discussion: String
    /// The version, told by `--version`; that of the command above where it is empty.
    let version: String
    let subcommands: [any ParsableCommand.Type]
    /// The one meant where none is named.
    let defaultSubcommand: (any ParsableCommand.Type)?

    package init(
        commandName: String? = nil,
        abstract: String,
        discussion: String = "",
        version: String = "",
        subcommands: [any ParsableCommand.Type] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) {
        self.commandName = commandName
        self.abstract = abstract
        self.discussion = discussion
        self.version = version
        self.subcommands = subcommands
        self.defaultSubcommand = defaultSubcommand
    }
}

extension ParsableCommand {
    /// The word that names it.
    static var word: String { configuration.commandName ?? "\(self)".kebabCased }
}

/// Values that do not go together, or name something that is not there; tells how to call the command and ends with
/// status 64.
package struct ValidationError: Error, CustomStringConvertible {
    package let description: String

    package init(_ message: String) { description = message }
}

/// An exit status; whoever throws it has said what there is to say.
package struct ExitCode: Error, Equatable, Sendable {
    package let rawValue: Int32

    package init(_ rawValue: Int32) { self.rawValue = rawValue }
}

extension String {
    /// `serviceTags` as `service-tags`.
    var kebabCased: String {
        var words = ""
        for letter in self {
            if letter.isUppercase, !words.isEmpty { words += "-" }
            words += letter.lowercased()
        }
        return words
    }
}
