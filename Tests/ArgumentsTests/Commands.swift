import Arguments

/// A small program: `tool draw`, the default, and `tool list`.
struct Tool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tool",
        abstract: "Draws and lists.",
        version: "1.2",
        subcommands: [Draw.self, List.self],
        defaultSubcommand: Draw.self
    )
}

struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Draw shapes.", discussion: "Keys:\n  a  above")

    enum Shape: String, ExpressibleByArgument, CaseIterable { case circle, square }

    struct Place: ParsableArguments {
        @Option(help: "How far right.") var across = 0
        @Option(name: [.short, .long], help: "Where it goes.") var output: String?

        func validate() throws {
            guard across >= 0 else { throw ValidationError("--across is not below zero.") }
        }
    }

    @Argument(help: "What is drawn.") var files: [String] = []
    @Option(help: "Which shape.") var shape: Shape = .circle
    @Option(help: "A colour; may be repeated.") var lineColor: [String] = []
    @Flag(help: "Filled.") var filled = false
    @Flag(inversion: .prefixedNo, help: "With a border.") var border = true
    @OptionGroup var place: Place
}

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List shapes.")

    @Argument(help: "Of whom.") var owner: String
    @Option(help: "Since when.") var since: String
}
