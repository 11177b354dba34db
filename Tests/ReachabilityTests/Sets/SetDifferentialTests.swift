import EstateSupport
import Foundation
import Ingest
import Reachability
import Testing
import Topology

/// The sets against the point evaluator: whatever a row says of a pair and a service, its trace says.
struct SetDifferentialTests {
    /// How many verdicts are compared in a run; `BULKHEAD_VERDICTS` asks for more.
    static let verdicts =
        ProcessInfo.processInfo.environment["BULKHEAD_VERDICTS"].flatMap { Int($0) } ?? 100_000
    static let services: [Service] =
        [0, 1, 19, 20, 22, 25, 26, 79, 80, 81, 443, 444, 999, 1000, 2000, 3389, 8443, 65_534, 65_535].flatMap
    { port in
        [Service(protocolNumber: 6, port: port), Service(protocolNumber: 17, port: port)]
    } + [Service(protocolNumber: 1), Service(protocolNumber: 50), Service(protocolNumber: 51)]

    @Test(arguments: 0..<40)
    func rowsSayWhatTracesSay(seed: UInt64) throws {
        let disagreement = try SetComparison.random(seed: seed, verdicts: Self.verdicts * 2 / 100)
        #expect(disagreement == nil)
    }

    @Test func rowsOfAGeneratedEstateSayWhatTracesSay() throws {
        let bytes = EstateGenerator.export(EstateShape(resources: 400, machines: 3, seed: 5))
        let network = Network(try Reader.read([.bytes(name: "generated", bytes)]).topology)
        var comparison = SetComparison(network, seed: 3)
        comparison.compare(Self.verdicts / 5)
        #expect(comparison.disagreement == nil)
        #expect(comparison.allowed > 0 && comparison.denied > 0)
    }

    @Test(arguments: 0..<4)
    func aTraceHoldsInItsWindows(seed: UInt64) throws {
        let tracer = Tracer(try RandomEstate.network(seed: seed))
        let table = ReachabilityMap(tracer.network).table
        var random = RandomSource(seed: seed)
        for _ in 0..<100 {
            let from = table.sites[Int.random(in: 0..<table.count, using: &random)]
            let to = table.sites[Int.random(in: 0..<table.count, using: &random)]
            let trace = tracer.trace(from: .site(from), to: .site(to), protocolNumber: 6, destinationPort: 80)
            let window = trace.probe.destinationPort.window
            for port in [window.lowerBound, window.upperBound, UInt16.random(in: window, using: &random)] {
                let other = tracer.trace(
                    from: .site(from),
                    to: .site(to),
                    protocolNumber: 6,
                    destinationPort: port
                )
                #expect(other.verdict == trace.verdict, "\(from.id.name) to \(to.id.name) by \(port)")
            }
        }
    }
}

/// Compares rows with traces of random pairs.
struct SetComparison {
    private let map: ReachabilityMap
    private var random: RandomSource
    private(set) var allowed = 0
    private(set) var denied = 0
    private(set) var unknown = 0
    /// The first pair of which they disagree.
    private(set) var disagreement: String?

    init(_ network: Network, seed: UInt64) {
        map = ReachabilityMap(network)
        random = RandomSource(seed: seed)
    }

    /// The first disagreement in a random estate; nil where there is none.
    static func random(seed: UInt64, verdicts: Int, faults: Faults = []) throws -> String? {
        var comparison = SetComparison(try RandomEstate.network(seed: seed, faults: faults), seed: seed)
        comparison.compare(verdicts)
        return comparison.disagreement.map { "seed \(seed): \($0)" }
    }

    /// Goes on until so many verdicts have been compared, or two disagree.
    mutating func compare(_ count: Int) {
        let senders = map.table.sites.indices.filter { map.table.sites[$0].initiates }
        guard !senders.isEmpty else { return }
        let services = SetDifferentialTests.services
        while allowed + denied + unknown < count, disagreement == nil {
            let sender = senders[Int.random(in: 0..<senders.count, using: &random)]
            let rows = map.rows(from: sender, services)
            for _ in 0..<min(12, map.table.count) {
                let receiver = Int.random(in: 0..<map.table.count, using: &random)
                if receiver != sender { compare(sender, receiver, services, rows) }
            }
        }
    }

    /// Every service for one pair; a trace speaks for all services in its window (``Probe``).
    private mutating func compare(
        _ sender: Int,
        _ receiver: Int,
        _ services: [Service],
        _ rows: [ReachabilityMap.Row]
    ) {
        let (from, to) = (map.table.sites[sender], map.table.sites[receiver])
        var told: Trace?
        for (service, row) in zip(services, rows).sorted(by: { $0.0 < $1.0 }) {
            var known = told.flatMap { trace -> Trace? in
                let isAlike = trace.probe.protocolNumber == service.protocolNumber && service.hasPorts
                return isAlike && trace.probe.destinationPort.window.contains(service.port) ? trace : nil
            }
            if known == nil {
                known = map.tracer.trace(
                    from: .site(from),
                    to: .site(to),
                    protocolNumber: service.protocolNumber,
                    destinationPort: service.port
                )
            }
            told = known
            guard let trace = known else { continue }
            switch trace.verdict {
            case .allow: allowed += 1
            case .deny: denied += 1
            case .unknown: unknown += 1
            }
            let said: Verdict = row.certain[receiver] ? .allow : row.possible[receiver] ? .unknown : .deny
            guard trace.verdict != said, disagreement == nil else { continue }
            let way = trace.path.map {
                "\($0.stage.rawValue) \($0.action.rawValue) \($0.rule ?? "") \($0.detail ?? "")"
            }
            disagreement =
                "\(from.id.name) \(from.address) to \(to.id.name) \(to.address) by \(service): the row says \(said), "
                + "the trace \(trace.verdict): \(way.joined(separator: "; "))"
        }
    }
}
