import Arguments
import Ingest
import Reachability
import Reports
import Topology

/// `bulkhead matrix`: which segment reaches which.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Tell which segment of the network reaches which.",
        discussion: "A pair of endpoints counts as allowed where one of the services passes."
    )

    @OptionGroup var estate: EstateOptions

    @Option(help: "What endpoints are grouped by: subnet, vnet, subscription, or tag:KEY.")
    var groupBy: GroupBy = GroupBy(grouping: .subnet)

    @Option(help: "By which services, for example tcp/22,tcp/443; by common ones where nothing is said.")
    var service: ServiceList?

    @Option(help: "How to print.")
    var format: Format = .text

    @OptionGroup var output: OutputOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    struct GroupBy: ExpressibleByArgument, Sendable {
        let grouping: SegmentMatrix.Grouping

        init(grouping: SegmentMatrix.Grouping) { self.grouping = grouping }

        init?(argument: String) {
            let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first?.lowercased(), parts.count) {
            case ("subnet", 1): grouping = .subnet
            case ("vnet", 1): grouping = .virtualNetwork
            case ("subscription", 1): grouping = .subscription
            case ("tag", 2): grouping = .tag(parts[1])
            default: return nil
            }
        }

        var word: String {
            switch grouping {
            case .subnet: "subnet"
            case .virtualNetwork: "vnet"
            case .subscription: "subscription"
            case .tag(let key): "tag:\(key)"
            }
        }
    }

    func run() throws {
        let loaded = try estate.load(listing: 20)
        let map = ReachabilityMap(loaded.network())
        let matrix = SegmentMatrix(map, by: groupBy.grouping, services: service?.services ?? Service.common)
        let report = MatrixReport(matrix)
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
