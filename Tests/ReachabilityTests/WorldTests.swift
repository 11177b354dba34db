import Foundation
import Ingest
import JSON
import Reachability
import Testing
import Topology

/// Small estates with questions and answers, each of which says what it shows and which section settles it.
///
/// `Worlds/Table` holds rows of the table of azure-semantics 11, `Worlds/Corners` what that file says elsewhere and is
/// easily got wrong. An id that begins with `~` stands in one resource group, `~name` with the network provider.
struct WorldTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Worlds")

    static let names: [String] = ["Table", "Corners"].flatMap { part in
        let all =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
        return all.filter { $0.hasSuffix(".json") }.sorted().map { "\(part)/\($0)" }
    }

    @Test func thereAreWorlds() { #expect(Self.names.count >= 80) }

    @Test(arguments: names)
    func theEngineDecidesAsAzureDoes(name: String) throws {
        let written = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let group = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-net/providers/"
        let text = written.replacing("\"~/", with: "\"\(group)")
            .replacing("\"~", with: "\"\(group)Microsoft.Network/")
        let world = try #require(JSONDocument(name: name, text: text).root?.fields)
        let inputs = ["estate", "serviceTags"].compactMap { part in
            world[part].map { Input.bytes(name: "\(part).json", Array($0.text.utf8)) }
        }
        let network = Network(try Reader.read(inputs).topology)
        let tracer = Tracer(network)
        let resolver = EndpointResolver(network)
        for question in world["queries"]?.elements.compactMap(\.fields) ?? [] {
            let expected = try #require(question["expect"]?.fields)
            let number = NetworkProtocol(question["protocol"]?.string ?? "tcp").number
            let trace = tracer.trace(
                from: try resolver.resolve(question["from"]?.string ?? ""),
                to: try resolver.resolve(question["to"]?.string ?? ""),
                protocolNumber: try #require(number),
                sourcePort: question["sourcePort"]?.integer.flatMap { UInt16(exactly: $0) }
                    ?? Probe.ephemeralPort,
                destinationPort: question["port"]?.integer.flatMap { UInt16(exactly: $0) } ?? 0
            )
            VectorTests.compare(trace, expected, "\(name) \(question["id"]?.string ?? "")")
        }
    }
}
