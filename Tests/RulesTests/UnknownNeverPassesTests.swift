import JSON
import Rules
import Testing
import Topology

/// A value that only Azure knows never turns a failure into a pass.
struct UnknownNeverPassesTests {
    static let failing = Catalogue.controls.flatMap { control in
        control.examples.enumerated().filter { $0.element.outcome == .fail }.map {
            ExampleCase(control: control, index: $0.offset, example: $0.element)
        }
    }

    @Test(arguments: failing)
    func symbolicValueIsNoPass(_ example: ExampleCase) async throws {
        let document = JSONDocument(name: "example", text: example.example.estate)
        let rows = try #require(document.root)
        let values = (rows.kind == .array ? rows.elements : [rows]).flatMap { row in
            row.member("properties").map(Self.leaves) ?? []
        }
        for leaf in values {
            var bytes = document.bytes
            bytes.replaceSubrange(leaf.range, with: Array(#"{"$symbolic": "[parameters('p')]"}"#.utf8))
            let estate = String(decoding: bytes, as: UTF8.self)
            let changed = ExampleCase(control: example.control, index: example.index, example: .fails(estate))
            let findings = await Assessment(of: try changed.topology(), by: [example.control]).findings
            let outcomes = Set(findings.map(\.outcome))
            let place = "\(leaf.text) at line \(leaf.position.line)"
            #expect(outcomes != [.pass], "\(place) became unknown and \(example.control.id) passes")
        }
    }

    /// Every value below that is neither object nor array.
    private static func leaves(_ value: JSONValue) -> [JSONValue] {
        switch value.kind {
        case .object: value.object?.all.flatMap { leaves($0.value) } ?? []
        case .array: value.elements.flatMap(leaves)
        default: [value]
        }
    }
}
