import EstateSupport
import Reachability
import Testing
import Topology

/// What is said of rules against every kind of packet there is in a small world, asked of the point evaluator.
struct HygieneDifferentialTests {
    private static let ends = [
        "*", "*", "10.1.2.4/32", "10.1.2.5/32", "10.1.2.4/31", "10.1.0.0/16", "VirtualNetwork", "Internet",
        "20.1.0.0/16", "10.77.0.0/16",
    ]
    private static let guarded = ["*", "*", "10.1.1.4/32", "10.1.1.4/31", "10.1.1.5/32"]
    private static let services = [
        "tcp ports 22", "tcp ports 22-23", "tcp ports *", "* ports *", "udp ports *", "* ports 22",
    ]
    /// One address for each part of the line that the rules tell apart.
    private static let far = [
        "10.1.2.4", "10.1.2.5", "10.1.3.9", "8.8.8.8", "20.1.2.3", "10.77.0.1", "172.20.0.1", "168.63.129.16",
    ]
    private static let near = ["10.1.1.4", "10.1.1.5", "10.1.1.9"]
    private static let questions: [(protocolNumber: UInt8, port: UInt16)] = [
        (6, 22), (6, 23), (6, 80), (17, 22), (17, 80), (1, 0), (50, 0), (2, 0),
    ]

    private static func estate(_ rules: [String]) -> SmallEstate {
        var estate = SmallEstate()
        estate.group("n", rules)
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n", "db 10.1.2.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        return estate
    }

    /// Which rule decides each kind of packet.
    private static func deciders(_ rules: [String]) throws -> [String] {
        let network = estate(rules).reachable
        let group = ResourceID(SmallEstate.id("networkSecurityGroups", "n"))
        let list = try #require(network.rules(of: group, .inbound))
        let place = try #require(network.environment(of: ResourceID(SmallEstate.subnet("a/web")))).place
        var deciders: [String] = []
        for source in far {
            for destination in near {
                for question in questions {
                    var probe = Probe(
                        protocolNumber: question.protocolNumber,
                        source: try #require(IPAddress(source)),
                        destination: try #require(IPAddress(destination)),
                        destinationPort: question.port
                    )
                    deciders.append(try #require(list.decide(&probe, at: place).entry).name)
                }
            }
        }
        return deciders
    }

    @Test(arguments: 0..<60) func whatIsSaidIsWhatEveryPacketMeets(seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        let rules = (0..<Int.random(in: 2...7, using: &random)).map { index in
            let action = Bool.random(using: &random) ? "allow" : "deny"
            let service = Self.services.randomElement(using: &random)?.split(separator: " ") ?? []
            let from = Self.ends.randomElement(using: &random) ?? "*"
            let to = Self.guarded.randomElement(using: &random) ?? "*"
            return "\(100 + index) \(action) in \(service[0]) from \(from) to \(to) ports \(service[2])"
        }
        let hygiene = RuleHygiene(Self.estate(rules).reachable)
        let list = try #require(hygiene.lists.first { $0.kind == .inbound })
        let whole = try Self.deciders(rules)
        let actions = Dictionary(
            uniqueKeysWithValues: rules.map { line in
                let words = line.split(separator: " ")
                return ("r\(words[0])", words[1] == "allow")
            } + [
                ("AllowVnetInBound", true), ("AllowAzureLoadBalancerInBound", true),
                ("DenyAllInBound", false),
            ]
        )
        for (index, line) in rules.enumerated() {
            let name = "r\(100 + index)"
            let findings = list.findings.filter { $0.rule.name == name }
            // Of addresses that are nowhere nothing is asked: no packet bears them.
            guard !line.contains("10.77") else { continue }
            let decides = whole.contains(name)
            let isSaidToDecideNothing = findings.contains { finding in
                [.shadowed, .covered, .dead].contains(finding.kind)
                    || (finding.kind == .redundant
                        && finding.by.allSatisfy { ($0.priority ?? 0) < 100 + index })
            }
            #expect(decides != isSaidToDecideNothing, "\(line) in \(rules)")
            var others = rules
            others.remove(at: index)
            let without = try Self.deciders(others)
            let changesNothing = zip(whole, without).allSatisfy { actions[$0] == actions[$1] }
            if decides {
                #expect(findings.contains { $0.kind == .redundant } == changesNothing, "\(line) in \(rules)")
            }
            if findings.contains(where: { $0.kind == .redundant }) {
                #expect(changesNothing, "\(line) in \(rules)")
            }
        }
        // Every finding but a dead rule is shown by a packet, in an estate where all addresses are known.
        for finding in list.findings where finding.kind != .dead {
            #expect(finding.witness != nil, "\(finding.kind) \(finding.rule.name) in \(rules)")
        }
    }
}
