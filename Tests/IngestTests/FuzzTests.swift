import Foundation
import Ingest
import JSON
import Testing
import Topology

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}

/// How much fuzzing there is: the variable `BULKHEAD_FUZZ` asks for so many times the usual amount.
enum FuzzEffort {
    static let factor = max(1, ProcessInfo.processInfo.environment["BULKHEAD_FUZZ"].flatMap(Int.init) ?? 1)

    /// Another seed for each round of a longer run, and always the same ones.
    static func dice(_ seed: UInt64, round: Int) -> Dice {
        Dice(state: seed &+ UInt64(round) &* 0x9E37_79B9_7F4A_7C15)
    }
}

@Suite("Fuzz") struct FuzzTests {
    /// Files of many shapes, small enough to be read often.
    private static let seeds: [[UInt8]] = {
        let names = [
            "az-exports/batfish-cloud-azure/VM-vnet.json", "az-recordings/test_paged_query.answers.json",
            "rest-examples/network/NatGatewayGet.json",
            "rest-examples/resourcegraph/ResourcesBasicQuery.json",
            "az-lists/cloud-custodian/DnsZoneTest.test_find_by_name.json",
            "rest-examples/network/EffectiveRoutesListForVirtualHub.json",
        ]
        let lines = [FormatTests.rowV, FormatTests.rowN].joined(separator: "\n")
        return names.compactMap {
            FileManager.default.contents(atPath: "\(CorpusTests.root)/\($0)").map(Array.init)
        }
            + [Array(lines.utf8)]
    }()

    private static let spice: [[UInt8]] =
        [
            "{", "}", "[", "]", "\"", "\\", ",", ":", "null", "\\ud800", "\\u", "/*", "//", "1e999", "-",
            "NaN", "\u{FEFF}",
            "\"id\":", "\"value\":[", "\"data\":{\"columns\":[],\"rows\":[[]]}", "\n",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xF4, 0x90], [0x1F, 0x8B]]

    static func mutate(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1:
                bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
            case 2: bytes = Array(bytes.prefix(place))
            case 3:
                let piece = bytes[place..<min(bytes.count, place + 60)]
                bytes.insert(contentsOf: Array(piece), at: Int.random(in: 0...bytes.count, using: &dice))
            default: bytes.insert(contentsOf: spice.randomElement(using: &dice) ?? [], at: place)
            }
        }
        return bytes
    }

    @Test("ten thousand mutations: no trap, no hang, and whatever is read can be walked", arguments: 0..<4)
    func mutations(_ part: Int) throws {
        try #require(Self.seeds.count == 7)
        for round in 0..<FuzzEffort.factor { try mutate(part, round) }
    }

    private func mutate(_ part: Int, _ round: Int) throws {
        var dice = FuzzEffort.dice(UInt64(part) &* 7_919 &+ 20_240_601, round: round)
        var sound = 0
        for _ in 0..<2_500 {
            let bytes = Self.mutate(Self.seeds.randomElement(using: &dice) ?? [], &dice)
            let document = JSONDocument(name: "f", bytes: bytes)
            if let root = document.root {
                _ = root.text.count
                _ = root.locate("data[1].properties.subnets[0].id").position
                for line in JSONLines(of: root, longest: 20).prefix(400) { _ = line.text.count }
            }
            let resources: [Resource]
            do throws(IngestError) {
                resources = try Reader.read([.bytes(name: "f", bytes)]).resources
                sound += 1
            } catch {
                // Nothing was found: then it was said why, unless the input is an empty list.
                let isTold = !error.diagnostics.isEmpty || !error.notUnderstood.isEmpty
                #expect(isTold || bytes.count < 400)
                continue
            }
            for resource in resources {
                #expect(!resource.id.text.isEmpty && resource.body.kind == .object)
                #expect(resource.body.position.line >= 1)
                for (name, value) in resource.fields.all { _ = name.count + value.range.count }
            }
        }
        #expect(sound > 250)
    }
}
