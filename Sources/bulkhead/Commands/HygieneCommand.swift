import Arguments
import Ingest
import Reachability
import Reports
import Topology

/// `bulkhead hygiene`: what is wrong with the rules of security groups and firewalls.
struct HygieneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hygiene",
        abstract:
            "Tell which rules never take effect, are not needed, contradict each other or let too much through.",
        discussion: """
            Security groups in both directions, firewall policies and firewalls with rules of their own. A covered \
            rule is named with all that cover it and a packet that shows it. JSON counts what each rule admits: in \
            address space, and between endpoints that exist.
            """
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "How to print.")
    var format: MatrixCommand.Format = .text

    @OptionGroup var output: OutputOptions

    func run() throws {
        let loaded = try estate.load(listing: 20)
        let report = HygieneReport(RuleHygiene(loaded.network()))
        let text =
            switch format {
            case .text: report.text(output.ink)
            case .json: report.json()
            case .csv: report.csv()
            }
        try Streams.put(text, into: output.output)
        try loaded.requireEveryInput()
    }
}
