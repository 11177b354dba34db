import ArgumentParser
import Ingest
import Reports
import Review
import Rules

/// `bulkhead check`: runs the controls and prints what they find.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold an estate against the controls and print the findings.",
        discussion: """
            Ends with status 1 where a finding at or above --fail-on has no decision in force, and with 66 where a \
            named input is missing, whatever the others hold.
            """
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "How to print: text or json.")
    var format: Format = .text

    @Option(help: "The severity from which a failure makes the status 1: critical, high, medium, low, never.")
    var failOn: Threshold = .high

    @Option(
        help: "Only the controls shown with this step of the reference architecture, 1 to 5; may be repeated."
    )
    var step: [Int] = []

    @Option(help: "Only this control, by id or name; may be repeated.")
    var control: [String] = []

    @Flag(help: "List what passes and what does not apply too.")
    var all = false

    @OptionGroup var review: ReviewOptions
    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

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
        let controls = try Catalogue.controls(named: control)
            .filter { step.isEmpty || step.contains($0.section.reviewStep) }
        let document = try estate.source().flatMap { try review.document(for: $0) }
        let loaded = try estate.load(listing: 20)
        let assessment = ReviewedAssessment(
            await Assessment(of: loaded.topology, by: controls),
            review: document,
            today: Clock.today
        )
        let report = FindingsReport(
            estate: loaded.name,
            topology: loaded.topology,
            notUnderstood: loaded.reading.notUnderstood.count,
            assessment: assessment,
            listsEverything: all
        )
        switch format {
        case .text: try Streams.put(report.text(output.ink), into: output.output)
        case .json: try Streams.put(report.json(), into: output.output)
        }
        try loaded.requireEveryInput()
        if assessment.findings.contains(where: {
            $0.outcome == .fail && failOn.isReached(by: $0.finding.severity)
        }) {
            throw ExitStatus.findings
        }
    }
}

extension Catalogue {
    /// The controls of those ids or names, or all where none is named.
    ///
    /// - Throws: A usage error that names what to do.
    static func controls(named names: [String]) throws -> [Control] {
        guard !names.isEmpty else { return controls }
        return try names.map { name in
            let folded = name.lowercased()
            guard let control = controls.first(where: { $0.id.lowercased() == folded || $0.name == folded })
            else {
                throw ValidationError("There is no control '\(name)'; 'bulkhead controls' lists them.")
            }
            return control
        }
    }
}
