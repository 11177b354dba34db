import ArgumentParser
import Reports
import Rules

/// `bulkhead controls`: the catalogue, or everything about one control.
struct ControlsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls",
        abstract: "List the controls, or show everything about one."
    )

    @Argument(help: "A control's id or name.")
    var control: [String] = []

    @Option(help: "How to print: text or json.")
    var format: Format = .text

    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() throws {
        let report = ControlsReport(try Catalogue.controls(named: control))
        let text =
            switch format {
            case .json: report.json()
            case .text: control.isEmpty ? report.list(output.ink) : report.details(output.ink)
            }
        try Streams.put(text, into: output.output)
    }
}
