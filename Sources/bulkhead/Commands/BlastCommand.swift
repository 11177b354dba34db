import Arguments
import Ingest
import Reachability
import Reports
import Topology

/// `bulkhead blast`: what one endpoint reaches, directly and by way of others.
struct BlastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blast",
        abstract: "Tell what an endpoint reaches, hop by hop: what is lost with it.",
        discussion: """
            Each endpoint is shown with the way there, what carries the last hop, and where the whole can be cut: the \
            fewest rules or links whose change does, and what each is worth alone. Ends: \(EndpointResolver.forms).
            """
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "The endpoint that is taken over.")
    var from: String

    @Option(help: "How many endpoints in a row may be taken over.")
    var hops: Int = 1

    @Option(help: "By which services, for example tcp/22,tcp/3389; by any where nothing is said.")
    var service: ServiceList?

    @Option(help: "How to print: text or json.")
    var format: ReachCommand.Format = .text

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...64).contains(hops) else { throw ValidationError("--hops is from 1 to 64.") }
    }

    func run() throws {
        let loaded = try estate.load(listing: 20)
        let map = ReachabilityMap(loaded.network())
        let origin: Int
        do {
            origin = try map.index(of: from)
        } catch {
            Streams.tell("bulkhead: \(Printable.safe(error.message))")
            error.candidates.forEach { Streams.tell("  \(Printable.safe($0))") }
            throw ExitStatus.usage
        }
        let blast = BlastRadius(map, from: origin, hops: hops, services: service?.services)
        let report = BlastReport(map, blast, hops: hops, services: service?.services)
        try Streams.put(format == .json ? report.json() : report.text(output.ink), into: output.output)
        try loaded.requireEveryInput()
    }
}
