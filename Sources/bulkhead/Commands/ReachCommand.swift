import Arguments
import Ingest
import JSON
import Reachability
import Reports
import Topology

/// `bulkhead reach`: what may flow between two ends, and what decides it.
struct ReachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reach",
        abstract: "Tell whether packets get from one end to another, hop by hop, and which rule decides.",
        discussion: """
            Without --port, or with --protocol any, the answer is the whole set of flows. Ends: \
            \(EndpointResolver.forms).
            """
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "Who sends.")
    var from: String?

    @Option(help: "To whom.")
    var to: String?

    @Option(name: [.customLong("protocol")], help: "tcp, udp, icmp, esp, ah, gre, a number, or any.")
    var networkProtocol: String?

    @Option(help: "The destination port.")
    var port: UInt16?

    @Option(help: "The source port.")
    var sourcePort: UInt16 = Probe.ephemeralPort

    @Option(help: "A file of questions, one JSON object a line, or - for standard input; one answer a line.")
    var queries: String?

    @Flag(help: "Tell all that stops the packet, and the fewest changes that open it or close it.")
    var why = false

    @Option(help: "How to print: text or json.")
    var format: Format = .text

    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        guard queries != nil || (from != nil && to != nil) else {
            throw ValidationError(
                "Name both ends with --from and --to, or a file of questions with --queries."
            )
        }
    }

    func run() throws {
        let loaded = try estate.load(listing: 20)
        let questions = ReachQuestions(loaded.network(), why: why)
        if let queries {
            let lines = try Streams.lines(of: queries)
            var hasFailed = false
            let answers = lines.map { line -> String in
                let report = questions.answer(line: line)
                hasFailed = hasFailed || report.hasFailed
                return report.json(pretty: false)
            }
            try Streams.put(answers.joined(), into: output.output)
            if hasFailed { throw ExitStatus.usage }
        } else {
            let report = questions.answer(
                id: nil,
                from: from ?? "",
                to: to ?? "",
                networkProtocol,
                port: port,
                sourcePort: sourcePort
            )
            if case .failed(let message) = report.answer {
                Streams.tell("bulkhead: \(Printable.safe(message))")
                throw ExitStatus.usage
            }
            try Streams.put(
                format == .json ? report.json(pretty: true) : report.text(output.ink),
                into: output.output
            )
        }
        try loaded.requireEveryInput()
    }
}
