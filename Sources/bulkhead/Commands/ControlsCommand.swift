import Arguments
import Reports
import Rules

/// `bulkhead controls`: the catalogue, everything about one control, and the tests of own ones.
struct ControlsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls",
        abstract: "List the controls, show everything about one, or test your own.",
        subcommands: [List.self, Test.self],
        defaultSubcommand: List.self
    )

    /// `bulkhead controls [ID...]`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "List the controls, or show everything about some (what controls does without a subcommand)."
        )

        @Argument(help: "A control's id or name.")
        var control: [String] = []

        @Option(help: "How to print.")
        var format: Format = .text

        @OptionGroup var rules: RulesOptions
        @OptionGroup var output: OutputOptions

        enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

        func run() throws {
            let report = ControlsReport(try rules.controls().named(control))
            let text =
                switch format {
                case .json: report.json()
                case .text: control.isEmpty ? report.list(output.ink) : report.details(output.ink)
                }
            try Streams.put(text, into: output.output)
        }
    }
}
