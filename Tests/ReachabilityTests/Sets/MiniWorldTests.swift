import Foundation
import Ingest
import Reachability
import Testing
import Topology

/// Every security group of up to three rules out of 24, four addresses, four ports, two protocols: the engine and the
/// sets against the plainest evaluator there is.
///
/// A run takes one group in so many; with `BULKHEAD_EXHAUSTIVE` set it takes all 12,721.
struct MiniWorldTests {
    static let isExhaustive = ProcessInfo.processInfo.environment["BULKHEAD_EXHAUSTIVE"] != nil
    static let step = isExhaustive ? 1 : 23
    static let worlds = isExhaustive ? 64 : 3

    @Test(arguments: 0..<worlds)
    func everyGroupDoesWhatItsRulesSay(number: Int) throws {
        let groups = MiniWorld.groups.indices.filter {
            $0 % Self.step == 0 && $0 / Self.step % Self.worlds == number
        }
        #expect(groups.count > 100)
        let wrong = try MiniWorld(groups.map { MiniWorld.groups[$0] }).disagreement()
        #expect(wrong == nil)
    }

    @Test func thereAreAllGroups() { #expect(MiniWorld.groups.count == 1 + 24 + 24 * 23 + 24 * 23 * 22) }
}

/// Two senders and, for each group, a subnet it guards with two receivers.
struct MiniWorld {
    /// A rule of the pool; ends are numbers of addresses, nil for all.
    struct Rule {
        let isAllow: Bool
        /// Nil for every protocol.
        let networkProtocol: UInt8?
        let source: [Int]?
        let destination: [Int]?
        let ports: ClosedRange<Int>

        /// The plainest way to hold a packet against it.
        func matches(_ number: UInt8, _ source: Int, _ destination: Int, _ port: Int) -> Bool {
            if let networkProtocol, networkProtocol != number { return false }
            if let sources = self.source, !sources.contains(source) { return false }
            if let destinations = self.destination, !destinations.contains(destination) { return false }
            return ports.contains(port)
        }
    }

    static let pool: [Rule] = [true, false].flatMap { isAllow in
        [
            Rule(isAllow: isAllow, networkProtocol: nil, source: nil, destination: nil, ports: 0...65_535),
            Rule(isAllow: isAllow, networkProtocol: 6, source: nil, destination: nil, ports: 22...22),
            Rule(isAllow: isAllow, networkProtocol: 17, source: nil, destination: nil, ports: 22...53),
            Rule(isAllow: isAllow, networkProtocol: 6, source: [0], destination: nil, ports: 0...65_535),
            Rule(isAllow: isAllow, networkProtocol: nil, source: [0], destination: nil, ports: 23...53),
            Rule(isAllow: isAllow, networkProtocol: 6, source: [1], destination: nil, ports: 22...23),
            Rule(isAllow: isAllow, networkProtocol: 6, source: nil, destination: [2], ports: 0...65_535),
            Rule(isAllow: isAllow, networkProtocol: nil, source: nil, destination: [3], ports: 23...54),
            Rule(isAllow: isAllow, networkProtocol: 17, source: [1], destination: [2], ports: 0...22),
            Rule(isAllow: isAllow, networkProtocol: 6, source: [0, 1], destination: [3], ports: 53...65_535),
            Rule(isAllow: isAllow, networkProtocol: nil, source: [0, 1], destination: nil, ports: 54...54),
            Rule(isAllow: isAllow, networkProtocol: 17, source: [0], destination: [3], ports: 23...53),
        ]
    }

    /// Every group: places in the pool by priority.
    static let groups: [[Int]] = {
        var groups: [[Int]] = [[]]
        for first in pool.indices {
            groups.append([first])
            for second in pool.indices where second != first {
                groups.append([first, second])
                for third in pool.indices where third != first && third != second {
                    groups.append([first, second, third])
                }
            }
        }
        return groups
    }()

    static let ports = [22, 23, 53, 54]

    let groups: [[Int]]
    var faults: Faults = []

    init(_ groups: [[Int]]) { self.groups = groups }

    /// The first packet of which the engine, the sets and the plain evaluator do not all say the same.
    func disagreement() throws -> String? {
        let network = Network(
            try Reader.read([.bytes(name: "mini", Array(text.utf8))]).topology,
            faults: faults
        )
        let map = ReachabilityMap(network)
        let services = Self.ports.flatMap { port in
            [6, 17].map { Service(protocolNumber: $0, port: UInt16(port)) }
        }
        let sites = map.table.sites
        for sender in 0..<2 {
            guard let from = sites.firstIndex(where: { $0.id.name == "sender-\(sender)" }) else {
                return "no sender"
            }
            let rows = map.rows(from: from, services)
            for (to, site) in sites.enumerated() where site.id.name.hasPrefix("r-") {
                let parts = site.id.name.split(separator: "-").compactMap { Int($0) }
                let group = groups[parts[0]]
                for (service, row) in zip(services, rows) {
                    let first = group.first {
                        Self.pool[$0].matches(service.protocolNumber, sender, parts[1], Int(service.port))
                    }
                    // Azure's own rules let everything of the network in.
                    let wanted: Verdict = first.map { Self.pool[$0].isAllow } ?? true ? .allow : .deny
                    let said: Verdict = row.certain[to] ? .allow : row.possible[to] ? .unknown : .deny
                    let trace = map.tracer.trace(
                        from: .site(sites[from]),
                        to: .site(site),
                        protocolNumber: service.protocolNumber,
                        destinationPort: service.port
                    )
                    if trace.verdict != wanted || said != wanted {
                        return "group \(group), sender \(sender) to \(parts[1]) by \(service): \(wanted), "
                            + "the trace says \(trace.verdict), the row \(said)"
                    }
                }
            }
        }
        return nil
    }

    private var text: String {
        var rows = (0..<2).map { EstateText.interface("sender-\($0)", "10.0.0.\($0 + 4)", "v", "senders") }
        var subnets = [(name: "senders", properties: "\"addressPrefix\":\"10.0.0.0/24\"")]
        for (number, group) in groups.enumerated() {
            let base = "10.\(1 + number / 256).\(number % 256)"
            let addresses = ["10.0.0.4", "10.0.0.5", "\(base).4", "\(base).5"]
            func end(_ numbers: [Int]?) -> [String] { numbers?.map { addresses[$0] } ?? ["*"] }
            let rules = group.enumerated().map { place, index -> String in
                let rule = Self.pool[index]
                return EstateText.rule(
                    100 + place,
                    rule.isAllow ? "\"Allow\"" : "\"Deny\"",
                    protocol: rule.networkProtocol.map { $0 == 6 ? "Tcp" : "Udp" } ?? "*",
                    from: end(rule.source),
                    to: end(rule.destination),
                    ports: ["\(rule.ports.lowerBound)-\(rule.ports.upperBound)"]
                )
            }
            rows.append(EstateText.group("g\(number)", rules))
            let guarded = EstateText.link("networkSecurityGroups/g\(number)")
            subnets.append(
                ("s\(number)", "\"addressPrefix\":\"\(base).0/24\",\"networkSecurityGroup\":\(guarded)")
            )
            for host in 2...3 {
                rows.append(
                    EstateText.interface("r-\(number)-\(host)", "\(base).\(host + 2)", "v", "s\(number)")
                )
            }
        }
        return EstateText.export(rows + [EstateText.network("v", "10.0.0.0/8", subnets)])
    }
}
