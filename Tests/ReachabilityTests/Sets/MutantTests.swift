import EstateSupport
import Foundation
import Ingest
import JSON
import Reachability
import Testing
import Topology

/// An engine with a mistake put into it, and proof that the tests notice each.
struct MutantTests {
    /// What kills a mutant.
    enum Killer: Sendable {
        case vectors, miniWorld, laws, differential, translation
    }

    struct Mutant: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fault: Faults
        let killer: Killer

        init(_ name: String, _ fault: Faults, _ killer: Killer) {
            testDescription = name
            self.fault = fault
            self.killer = killer
        }
    }

    static let mutants = [
        Mutant("port ranges end one early", .portsEndEarly, .miniWorld),
        Mutant("port ranges start one late", .portsStartLate, .miniWorld),
        Mutant("the highest priority number first", .prioritiesReversed, .miniWorld),
        Mutant("any protocol ignores ports", .anyProtocolIgnoresPorts, .miniWorld),
        Mutant("denies before allows", .deniesFirst, .miniWorld),
        Mutant("sources ignored", .sourcesIgnored, .miniWorld),
        Mutant("destinations ignored", .destinationsIgnored, .miniWorld),
        Mutant("protocols ignored", .protocolsIgnored, .miniWorld),
        Mutant("subnet groups ignored", .subnetGroupIgnored, .miniWorld),
        Mutant("inbound for outbound", .directionsSwapped, .miniWorld),
        Mutant("source ports ignored", .sourcePortsIgnored, .vectors),
        Mutant("source ports for destination ports", .portsSwapped, .vectors),
        Mutant("a tag that is not listed is empty", .unlistedTagIsEmpty, .laws),
        Mutant("a tag that is not listed is everything", .unlistedTagIsEverything, .laws),
        Mutant("rules that cannot be read are skipped", .unreadableRulesSkipped, .laws),
        Mutant("Azure's own rules are missing", .defaultRulesMissing, .vectors),
        Mutant("application groups ignored", .groupsIgnored, .vectors),
        Mutant("VirtualNetwork is every private address", .tagCoversEveryPrivateAddress, .vectors),
        Mutant("Internet is everything", .internetCoversEverything, .laws),
        Mutant("AlwaysAllow asks security groups", .alwaysAllowAsksGroups, .vectors),
        Mutant("user routes ignored", .userRoutesIgnored, .vectors),
        Mutant("the shortest prefix wins", .shortestPrefixWins, .vectors),
        Mutant("peering is transitive", .peeringIsTransitive, .vectors),
        Mutant("no routes to private endpoints", .endpointRoutesMissing, .laws),
        Mutant("learned routes before user routes", .learnedRoutesFirst, .vectors),
        Mutant("VirtualNetwork without peers", .tagWithoutPeers, .vectors),
        Mutant("VirtualNetwork without user routes", .tagWithoutRoutes, .vectors),
        Mutant("interface groups ignored", .interfaceGroupIgnored, .vectors),
        Mutant("admin rules ignored", .adminRulesIgnored, .vectors),
        Mutant("sets: unknown is no", .setsForgetOpen, .differential),
        Mutant("sets: port ranges end one early", .axisEndsEarly, .differential),
        Mutant("sets: near ends ignored", .nearEndsIgnored, .differential),
        Mutant("sets: a firewall keeps the source", .replacedSourcesKept, .translation),
        Mutant("sets: flags of peerings ignored", .peeringFlagsIgnored, .differential),
        Mutant("sets: VirtualNetwork is everywhere", .tagEverywhere, .differential),
        Mutant("sets: what leaves by a gateway is lost", .straysLost, .differential),
        Mutant("sets: one trace for all destinations", .windowsIgnored, .differential),
    ]

    @Test(arguments: mutants)
    func everyMutantDies(mutant: Mutant) throws {
        switch mutant.killer {
        case .laws: #expect(try !PlaceLaw.hold(mutant.fault))
        case .translation:
            var comparison = SetComparison(try TranslationEstate.network(mutant.fault), seed: 1)
            comparison.compare(1000)
            #expect(comparison.disagreement != nil)
        case .vectors: #expect(VectorCheck.all.contains { !$0.holds(mutant.fault) })
        case .miniWorld:
            // A sample of groups with two and three rules.
            var world = MiniWorld(
                stride(from: 1, to: MiniWorld.groups.count, by: 211).map { MiniWorld.groups[$0] }
            )
            world.faults = mutant.fault
            #expect(try world.disagreement() != nil)
        case .differential:
            let found = (0..<40 as Range<UInt64>).lazy
                .compactMap { try? SetComparison.random(seed: $0, verdicts: 2000, faults: mutant.fault) }
                .first
            #expect(found != nil)
        }
    }

    @Test func withoutFaultsEverythingHolds() throws {
        #expect(VectorCheck.all.allSatisfy { $0.holds([]) })
        #expect(VectorCheck.all.count >= 80)
        #expect(try PlaceLaw.hold([]))
        var comparison = SetComparison(try TranslationEstate.network([]), seed: 1)
        comparison.compare(1000)
        #expect(comparison.disagreement == nil && comparison.unknown > 0)
    }
}

/// A vector read once, to be asked of engines with and without faults.
struct VectorCheck: Sendable {
    private let topology: Topology
    private let questions: [(question: JSONObject, expected: JSONObject)]

    static let all: [VectorCheck] = VectorTests.names.compactMap { try? VectorCheck($0) }

    private init(_ name: String) throws {
        let home = VectorTests.folder.appending(path: name)
        let files = ["estate.json", "servicetags.json"].map { home.appending(path: $0).path }
            .filter { FileManager.default.fileExists(atPath: $0) }
        topology = try Reader.read(files.map { .path($0) }).topology
        questions = Array(
            zip(
                try VectorTests.lines(home.appending(path: "queries.jsonl")),
                try VectorTests.lines(home.appending(path: "expected.jsonl"))
            )
        )
    }

    /// Whether an engine gives every verdict that is expected, by the rule that is expected.
    func holds(_ faults: Faults) -> Bool {
        let network = Network(topology, faults: faults)
        let resolver = EndpointResolver(network)
        return questions.allSatisfy { question, expected in
            guard let number = NetworkProtocol(question["protocol"]?.string ?? "tcp").number,
                let from = try? resolver.resolve(question["from"]?.string ?? ""),
                let to = try? resolver.resolve(question["to"]?.string ?? "")
            else { return false }
            let trace = Tracer(network).trace(
                from: from,
                to: to,
                protocolNumber: number,
                sourcePort: question["sourcePort"]?.integer.flatMap { UInt16(exactly: $0) }
                    ?? Probe.ephemeralPort,
                destinationPort: question["port"]?.integer.flatMap { UInt16(exactly: $0) } ?? 0
            )
            guard trace.verdict.rawValue == expected["verdict"]?.string else { return false }
            guard let rule = expected["decidedBy"]?.member("rule")?.string else { return true }
            return trace.decidedBy?.rule?.lowercased() == rule.lowercased()
        }
    }
}

/// Facts about one machine, a private endpoint beside it, and the world outside.
enum PlaceLaw {
    /// The verdicts that Azure gives, by the address and the port a packet goes to.
    private static let wanted: [(address: String, port: UInt16, verdict: Verdict)] = [
        // Nobody knows who is in a tag that no list holds (azure-semantics 1.5).
        ("198.51.100.9", 443, .unknown), ("198.51.100.9", 444, .allow),
        // A rule whose access only Azure knows.
        ("198.51.100.9", 8080, .unknown),
        // The tag Internet is not what lies inside (azure-semantics 1.5).
        ("198.51.100.9", 25, .deny), ("10.0.0.5", 25, .allow),
        // Azure drops private addresses to which no route leads (azure-semantics 3.1).
        ("172.20.1.1", 444, .deny), ("172.16.1.1", 444, .deny),
        // The route to an endpoint beats that of the table for the whole network (azure-semantics 3.6).
        ("10.0.2.100", 444, .allow), ("10.0.2.101", 444, .deny),
    ]

    static func hold(_ faults: Faults) throws -> Bool {
        let network = Network(
            try Reader.read([.bytes(name: "law", Array(text.utf8))]).topology,
            faults: faults
        )
        let resolver = EndpointResolver(network)
        let from = try resolver.resolve("nic:n4")
        return try wanted.allSatisfy { address, port, verdict in
            let isInside = address.hasPrefix("10.")
            let to = try resolver.resolve((isInside ? "ip:" : "internet:") + address)
            let trace = Tracer(network).trace(from: from, to: to, protocolNumber: 6, destinationPort: port)
            return trace.verdict == verdict
        }
    }

    private static let text: String = {
        let rules = [
            EstateText.rule(100, "\"Deny\"", "Outbound", to: ["NoSuchTag"], ports: ["443"]),
            EstateText.rule(110, "{\"$symbolic\":\"x\"}", "Outbound", to: ["Internet"], ports: ["8080"]),
            EstateText.rule(120, "\"Deny\"", "Outbound", to: ["Internet"], ports: ["25"]),
            EstateText.rule(130, "\"Allow\"", "Outbound", ports: ["444"]),
        ]
        let guarded = """
            "addressPrefix":"10.0.0.0/24","networkSecurityGroup":\(EstateText.link("networkSecurityGroups/g")),\
            "routeTable":\(EstateText.link("routeTables/t"))
            """
        let machines = [4, 5].map { EstateText.interface("n\($0)", "10.0.0.\($0)", "v", "s0") }
        return EstateText.export(
            machines + [
                EstateText.group("g", rules),
                EstateText.row(
                    "routeTables/t",
                    "\"routes\":[{\"name\":\"u\",\"properties\":{\"addressPrefix\":\"10.0.2.0/24\",\"nextHopType\":\"None\"}}]"
                ),
                EstateText.row(
                    "privateEndpoints/e",
                    """
                    "subnet":\(EstateText.link("virtualNetworks/v/subnets/s2")),"ipConfigurations":[{"name":"c",\
                    "properties":{"privateIPAddress":"10.0.2.100"}}],"privateLinkServiceConnections":[{"name":"c",\
                    "properties":{"privateLinkServiceConnectionState":{"status":"Approved"}}}]
                    """
                ),
                EstateText.network(
                    "v",
                    "10.0.0.0/16",
                    [("s0", guarded), ("s2", "\"addressPrefix\":\"10.0.2.0/24\"")]
                ),
            ]
        )
    }()
}

/// A spoke that reaches another one through a firewall whose application rule puts the firewall's address in the packets.
enum TranslationEstate {
    static func network(_ faults: Faults) throws -> Network {
        Network(try Reader.read([.bytes(name: "translation", Array(text.utf8))]).topology, faults: faults)
    }

    private static let text: String = {
        let (firewall, policy) = ("azureFirewalls/f", "firewallPolicies/p")
        let route = """
            "routes":[{"name":"u","properties":{"addressPrefix":"10.2.0.0/16","nextHopType":"VirtualAppliance",\
            "nextHopIpAddress":"10.0.3.4"}}]
            """
        return EstateText.export([
            EstateText.network(
                "hub",
                "10.0.0.0/16",
                [("AzureFirewallSubnet", "\"addressPrefix\":\"10.0.3.0/24\"")],
                peerings: [EstateText.peering("a", "10.1.0.0/16"), EstateText.peering("b", "10.2.0.0/16")]
            ),
            EstateText.network(
                "a",
                "10.1.0.0/16",
                [
                    (
                        "s",
                        "\"addressPrefix\":\"10.1.0.0/24\",\"routeTable\":\(EstateText.link("routeTables/t"))"
                    )
                ],
                peerings: [EstateText.peering("hub", "10.0.0.0/16", forwards: true)]
            ),
            EstateText.network(
                "b",
                "10.2.0.0/16",
                [
                    (
                        "s",
                        "\"addressPrefix\":\"10.2.0.0/24\",\"networkSecurityGroup\":\(EstateText.link("networkSecurityGroups/g"))"
                    )
                ],
                peerings: [EstateText.peering("hub", "10.0.0.0/16", forwards: true)]
            ),
            EstateText.row("routeTables/t", route),
            EstateText.group("g", [EstateText.rule(100, "\"Deny\"", from: ["10.1.0.0/16"])]),
            EstateText.interface("x", "10.1.0.4", "a", "s"), EstateText.interface("y", "10.2.0.4", "b", "s"),
            EstateText.row(policy, "\"threatIntelMode\":\"Alert\""),
            EstateText.row(
                policy + "/ruleCollectionGroups/g",
                """
                "priority":200,"ruleCollections":[{"ruleCollectionType":"FirewallPolicyFilterRuleCollection","name":"c",\
                "priority":300,"action":{"type":"Allow"},"rules":[{"ruleType":"ApplicationRule","name":"a",\
                "sourceAddresses":["*"],"targetFqdns":["*.example.com"],"protocols":[{"protocolType":"Https","port":443}]}]}]
                """
            ),
            EstateText.row(
                firewall,
                """
                "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"10.0.3.4","subnet":\
                \(EstateText.link("virtualNetworks/hub/subnets/AzureFirewallSubnet"))}}],\
                "firewallPolicy":\(EstateText.link(policy))
                """
            ),
        ])
    }()
}
