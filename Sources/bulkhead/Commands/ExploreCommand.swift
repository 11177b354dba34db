import Arguments
import Canvas
import Explorer
import Review
import Samples
import Terminal

/// `bulkhead explore`: the explorer on an estate, or on the embedded sample where nothing is named.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Walk an estate in the terminal (what bulkhead does when no command is named).",
        discussion: "Keys:\n" + ActionTable.plain
    )

    @OptionGroup var estate: EstateOptions
    @OptionGroup var rules: RulesOptions
    @OptionGroup var review: ReviewOptions

    @Option(help: "The theme: \(ThemeLibrary().names.joined(separator: ", ")), or one of your own.")
    var theme = ThemeLibrary.standard

    @Option(help: "Colour: auto (as the terminal can, unless NO_COLOR is set), always, never.")
    var color: ColorChoice = .auto

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(inversion: .prefixedNo, help: "Take presses and the wheel of the mouse.")
    var mouse = true

    func run() throws {
        guard let source = try estate.source() ?? Sample.standard.map(EstateSource.init(sample:)) else {
            return
        }
        let controls = try rules.controls()
        let themes = ThemeFolder.library
        let chosen = themes.theme(named: theme)
        for problem in chosen.problems { Streams.tell("bulkhead: \(problem)") }
        guard let look = chosen.theme else { throw ExitStatus.usage }
        var options = TerminalOptions(theme: look)
        options.depth = color == .never || (color == .auto && ColorChoice.isRefused) ? .mono : nil
        options.ignoresNoColor = color == .always
        options.ascii = ascii
        options.mouse = mouse
        options.title = "bulkhead \(source.name)"
        options.inputIsData = estate.input.contains("-")
        let session: TerminalSession
        do {
            session = try TerminalSession(options)
        } catch {
            Streams.tell("bulkhead: \(error); for output without one, use 'bulkhead check'.")
            throw ExitStatus.usage
        }
        var exploration = Exploration(
            of: source,
            controls: controls,
            review: review.store(for: source),
            themes: themes,
            theme: theme,
            on: session
        )
        let status = exploration.run()
        exploration.close()
        if let status { throw ExitCode(status) }
    }
}
