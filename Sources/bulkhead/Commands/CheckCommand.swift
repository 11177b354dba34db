import Arguments
import Ingest
import Reports
import Review
import Rules
import Topology

/// `bulkhead check`: runs the controls and prints what they find.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold an estate against the controls and print the findings.",
        discussion: """
            Ends with status 1 where a finding at or above --fail-on has no decision in force and is not in the \
            baseline, and with 66 where a named input is missing, whatever the others hold. --step and --control choose \
            what is run; --severity and --filter choose among what was found, and the status follows them.
            """
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "How to print.")
    var format: Format = .text

    @Option(help: "The severity from which a failure makes the status 1: critical, high, medium, low, never.")
    var failOn: Threshold = .high

    @Option(
        help: "Only the controls shown with this step of the reference architecture, 1 to 5; may be repeated."
    )
    var step: [Int] = []

    @Option(help: "Only this control, by id or name; may be repeated.")
    var control: [String] = []

    @OptionGroup var filter: FilterOptions

    @Flag(help: "List what passes, what does not apply and what the baseline holds too.")
    var all = false

    @Option(
        help: "Findings of a run before, as --format json writes them: only what is new counts and is listed."
    )
    var baseline: String?

    @OptionGroup var rules: RulesOptions
    @OptionGroup var review: ReviewOptions
    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, junit, csv, markdown, html
    }

    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case critical, high, medium, low, never

        /// Whether a failure of that severity reaches it.
        func isReached(by severity: Severity) -> Bool {
            Severity(rawValue: rawValue).map { severity >= $0 } ?? false
        }
    }

    func validate() throws {
        for number in step where Walk.Step(rawValue: number) == nil {
            throw ValidationError("There is no step \(number); the reference architecture has steps 1 to 5.")
        }
    }

    func run() async throws {
        let controls = try rules.controls().named(control)
            .filter { step.isEmpty || step.contains($0.section.reviewStep) }
        let filter = try self.filter.chosen()
        let baseline = try baseline.map(BaselineFile.read)
        let document = try estate.source().flatMap { try review.document(for: $0) }
        let line = ProgressLine()
        let loaded = try estate.load(listing: 20, telling: line)
        line.show("Holding \(loaded.topology.resources.count.counted("resource")) against the controls")
        let findings = await Assessment(of: loaded.topology, by: controls)
        var assessment = filter.assessment(of: loaded, findings, review: document, today: Clock.today)
        if let baseline { assessment.compare(with: baseline) }
        line.clear()
        let report = FindingsReport(
            estate: loaded.name,
            topology: loaded.topology,
            notUnderstood: loaded.reading.notUnderstood.count,
            assessment: assessment,
            scope: FindingsReport.Scope(
                listsEverything: all || filter.asksForOutcomes,
                filter: filter.text,
                hasBaseline: baseline != nil,
                today: Clock.today,
                version: Bulkhead.version
            )
        )
        try Streams.put(text(of: report), into: output.output)
        try loaded.requireEveryInput()
        if assessment.findings.contains(where: {
            $0.outcome == .fail && !$0.isKnown && failOn.isReached(by: $0.finding.severity)
        }) {
            throw ExitStatus.findings
        }
    }

    private func text(of report: FindingsReport) -> String {
        switch format {
        case .text: report.text(output.ink)
        case .json: report.json()
        case .sarif: report.sarif()
        case .junit: report.junit()
        case .csv: report.csv()
        case .markdown: report.markdown()
        case .html: report.html()
        }
    }
}
