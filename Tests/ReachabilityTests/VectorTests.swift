import Foundation
import Ingest
import JSON
import Reachability
import Testing
import Topology

/// Every vector of the shared data: an estate, questions, and what Azure does.
struct VectorTests {
    /// The folder of the vectors.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/vectors")

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0.first?.isNumber == true }.sorted()
    }()

    @Test func thereAreVectors() { #expect(Self.names.count >= 80) }

    @Test(arguments: names)
    func theEngineDecidesAsAzureDoes(name: String) throws {
        let home = Self.folder.appending(path: name)
        let files = ["estate.json", "servicetags.json"].map { home.appending(path: $0).path }
            .filter { FileManager.default.fileExists(atPath: $0) }
        let network = Network(try Reader.read(files.map { .path($0) }).topology)
        let tracer = Tracer(network)
        let resolver = EndpointResolver(network)
        let questions = try Self.lines(home.appending(path: "queries.jsonl"))
        let answers = try Self.lines(home.appending(path: "expected.jsonl"))
        #expect(questions.count == answers.count)
        for (question, expected) in zip(questions, answers) {
            let number = NetworkProtocol(question["protocol"]?.string ?? "tcp").number
            let trace = tracer.trace(
                from: try resolver.resolve(question["from"]?.string ?? ""),
                to: try resolver.resolve(question["to"]?.string ?? ""),
                protocolNumber: try #require(number),
                sourcePort: question["sourcePort"]?.integer.flatMap { UInt16(exactly: $0) }
                    ?? Probe.ephemeralPort,
                destinationPort: question["port"]?.integer.flatMap { UInt16(exactly: $0) } ?? 0
            )
            Self.compare(trace, expected, question["id"]?.string ?? "")
        }
    }

    /// Holds a trace against what is expected of it.
    ///
    /// An answer of low confidence may be unknown as well.
    static func compare(_ trace: Trace, _ expected: JSONObject, _ id: String) {
        let isOpen = expected["confidence"]?.string == "L" && trace.verdict == .unknown
        if !isOpen { #expect(trace.verdict.rawValue == expected["verdict"]?.string, "\(id)") }
        if trace.verdict == .unknown {
            #expect(!trace.assumptions.isEmpty, "\(id): unknown without a reason")
        }
        if let decided = expected["decidedBy"]?.fields, !isOpen {
            let step = trace.decidedBy
            for (name, value) in [
                ("stage", step?.stage.rawValue), ("layer", step?.layer?.rawValue),
                ("resource", step?.resource?.text), ("rule", step?.rule),
                ("priority", step?.priority.map(String.init)),
            ] {
                guard let wanted = decided[name] else { continue }
                let text = wanted.string ?? wanted.text
                #expect(value?.lowercased() == text.lowercased(), "\(id): \(name)")
            }
        }
        if let wanted = expected["return"]?.string { #expect(trace.returning?.rawValue == wanted, "\(id)") }
        if let wanted = expected["through"]?.elements.compactMap(\.string) {
            #expect(devices(trace) == wanted, "\(id)")
        }
        if let wanted = expected["lastRoute"]?.string {
            let hop = trace.path.last { $0.stage == .route }?.nextHop
            #expect(hop.flatMap { routes[$0] } == wanted, "\(id)")
        }
        if let wanted = expected["allowedBy"]?.string {
            let last = trace.path.last {
                ($0.stage == .securityGroupInbound || $0.stage == .securityGroupOutbound)
                    && $0.action == .allow
            }
            #expect(last?.rule == wanted, "\(id)")
        }
    }

    private static let routes: [NextHop.Kind: String] = [
        .virtualNetwork: "vnetlocal", .peering: "peering", .internet: "internet", .gateway: "gateway",
        .serviceEndpoint: "se", .privateEndpoint: "pe", .hub: "hub",
    ]

    /// The kinds of forwarding elements on the way.
    private static func devices(_ trace: Trace) -> [String] {
        trace.path.compactMap { step in
            switch step.stage {
            case .appliance: "nva"
            case .firewallDNAT, .firewallNetwork, .firewallApplication: "fw"
            default: nil
            }
        }
    }

    static func lines(_ file: URL) throws -> [JSONObject] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
            JSONDocument(name: file.lastPathComponent, text: String($0)).root?.fields
        }
    }
}
