import Arguments
import Ingest
import Reports

/// `bulkhead inventory`: the model of an estate.
struct InventoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory",
        abstract: "Print the model of an estate.",
        discussion:
            "What was read but is not understood is listed on standard error, with file, line and reason."
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "How to print: json (the whole model) or text (how many of each kind).")
    var format: Format = .json

    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, text }

    func run() throws {
        let loaded = try estate.load()
        let report = InventoryReport(loaded.topology)
        try Streams.put(format == .json ? report.json() : report.text(), into: output.output)
        try loaded.requireEveryInput()
    }
}
