import Arguments
import Ingest
import Reachability
import Reports
import Topology

/// `bulkhead exposure`: every way in from outside, and every way out.
struct ExposureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exposure",
        abstract:
            "Tell every way in from the internet and from on-premises, and every way out, with what opens it.",
        discussion: """
            In by public addresses, rules of load balancers and firewalls, application gateways, Front Door, the \
            public side of services, and gateways; out by NAT gateways, addresses, load balancers, firewalls and \
            default outbound access. Ends: \(EndpointResolver.forms).
            """
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "One end alone instead of all.")
    var of: String?

    @Option(help: "How to print.")
    var format: MatrixCommand.Format = .text

    @OptionGroup var output: OutputOptions

    func run() throws {
        let loaded = try estate.load(listing: 20)
        let network = loaded.network()
        let report = ExposureReport(Exposure(network, of: try of.map { try Self.resource($0, network) }))
        let text =
            switch format {
            case .text: report.text(output.ink)
            case .json: report.json()
            case .csv: report.csv()
            }
        try Streams.put(text, into: output.output)
        try loaded.requireEveryInput()
    }

    /// The resource that an end is; throws status 64 for an end that is none.
    private static func resource(_ name: String, _ network: Network) throws -> ResourceID {
        do {
            guard let owner = try EndpointResolver(network).resolve(name).owner else {
                Streams.tell("bulkhead: '\(Printable.safe(name))' is no resource of the input.")
                throw ExitStatus.usage
            }
            return owner
        } catch let failure as EndpointResolver.Failure {
            Streams.tell("bulkhead: \(Printable.safe(failure.message))")
            failure.candidates.forEach { Streams.tell("  \(Printable.safe($0))") }
            throw ExitStatus.usage
        }
    }
}
