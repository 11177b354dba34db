import Foundation
import Ingest
import JSON
import Testing
import Topology

/// The counts were taken from the files with another program.
@Suite("Corpus") struct CorpusTests {
    struct Folder: CustomTestStringConvertible, Sendable {
        let name: String
        let files: Int
        let resources: Int
        let ids: Int
        let types: Int
        let top: [String: Int]
        let notUnderstood: Int
        var testDescription: String { name }
    }

    static let folders = [
        Folder(
            name: "az-exports",
            files: 11,
            resources: 11,
            ids: 11,
            types: 6,
            top: ["microsoft.network/networksecuritygroups": 3, "microsoft.compute/virtualmachines": 2],
            notUnderstood: 0
        ),
        Folder(
            name: "az-lists",
            files: 10,
            resources: 26,
            ids: 25,
            types: 11,
            top: ["microsoft.network/networkwatchers": 7, "microsoft.network/loadbalancers": 4],
            notUnderstood: 0
        ),
        Folder(
            name: "az-recordings",
            files: 69,
            resources: 374,
            ids: 368,
            types: 105,
            top: [
                "microsoft.resources/resourcegroups": 46, "microsoft.network/virtualnetworks": 35,
                "microsoft.network/virtualnetworks/subnets": 30, "microsoft.network/publicipaddresses": 28,
            ],
            notUnderstood: 8
        ),
        Folder(
            name: "rest-examples",
            files: 86,
            resources: 86,
            ids: 77,
            types: 62,
            top: [
                "microsoft.network/networksecuritygroups/defaultsecurityrules": 6,
                "microsoft.network/virtualnetworks": 5,
            ],
            notUnderstood: 16
        ),
    ]

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus").path

    @Test("everything is a resource, or listed with its file, line and reason", arguments: folders)
    func folder(_ folder: Folder) throws {
        let reading = try Reader.read([.path("\(Self.root)/\(folder.name)")])
        #expect(reading.files == folder.files)
        #expect(reading.resources.count == folder.resources)
        #expect(Set(reading.ids.map { $0.lowercased() }).count == folder.ids)
        let types = Dictionary(grouping: reading.types) { $0.lowercased() }.mapValues(\.count)
        #expect(types.count == folder.types)
        for (type, count) in folder.top { #expect(types[type] == count, "\(type)") }
        #expect(
            reading.notUnderstood.count == folder.notUnderstood,
            "\(reading.left.joined(separator: "\n"))"
        )
        #expect(reading.diagnostics.allSatisfy { $0.severity == .note }, "\(reading.told)")
        // Not one of them is a riddle: what is left is either known by name or a summary without ids.
        for part in reading.notUnderstood {
            #expect(!part.reason.contains("of no known kind"), "\(part)")
            #expect(part.position.file.hasPrefix(Self.root))
        }
    }
}
