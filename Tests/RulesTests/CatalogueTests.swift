import JSON
import Rules
import Testing
import Topology

/// Every control's metadata is complete and every example gives the outcome it names.
struct CatalogueTests {
    static let examples = Catalogue.controls.flatMap { control in
        control.examples.enumerated().map {
            ExampleCase(control: control, index: $0.offset, example: $0.element)
        }
    }

    /// Controls that put a fact on record for the reviewer and never fail.
    private static let facts: Set = ["E3-09", "W-08"]

    @Test(arguments: examples)
    func exampleGivesItsOutcome(_ example: ExampleCase) async throws {
        let topology = try example.topology()
        let findings = await Assessment(of: topology, by: [example.control]).findings
        #expect(example.example.isMet(by: findings), "\(findings.map(\.outcome))")
    }

    @Test(arguments: Catalogue.controls.map(\.id))
    func metadataIsComplete(id: String) throws {
        let control = try #require(Catalogue.controls.first { $0.id == id })
        #expect(Section(rawValue: String(id.prefix { $0 != "-" })) != nil)
        #expect(!control.title.isEmpty && !control.title.hasSuffix("."))
        #expect(control.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
        #expect(control.documentation.hasPrefix("https://"))
        #expect(!control.why.isEmpty && !control.remediation.text.isEmpty && !control.principles.isEmpty)
        let shown = Set(control.examples.map(\.outcome))
        if shown.contains(.manual) {
            #expect(control.question != nil)
        } else if Self.facts.contains(id) {
            #expect(shown.isSuperset(of: [.pass, .notApplicable]) && control.question != nil)
        } else {
            #expect(shown.isSuperset(of: [.pass, .fail, .notApplicable]))
        }
    }

    @Test func idsAndNamesAreUnique() {
        #expect(Set(Catalogue.controls.map(\.id)).count == Catalogue.controls.count)
        #expect(Set(Catalogue.controls.map(\.name)).count == Catalogue.controls.count)
    }
}

/// One example of one control, as a test argument.
struct ExampleCase: CustomTestStringConvertible, Sendable {
    let control: Control
    let index: Int
    let example: Example

    var testDescription: String { "\(control.id) example \(index): \(example.outcome.rawValue)" }

    /// The example's estate; every row has an id and a type.
    func topology() throws -> Topology {
        let root = try #require(JSONDocument(name: control.id, text: example.estate).root)
        let rows = root.kind == .array ? root.elements : [root]
        return Topology(
            resources: try rows.map { row in
                Resource(
                    id: ResourceID(try #require(row.member("id")?.string)),
                    type: ResourceType(try #require(row.member("type")?.string)),
                    body: row
                )
            }
        )
    }
}
