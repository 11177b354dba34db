import Ingest
import Rules
import Samples
import Testing
import Topology

/// The reference stands up to every core control, and the drifted estate fails what its story tells, nothing else.
@Suite struct DriftedStoryTests {
    @Test func theStoryNamesResourcesOfTheEstate() throws {
        var ids: Set<String> = []
        for row in try #require(Sample.named("drifted")).rows() {
            row.visit { _, value in
                if value["name"] != nil, let id = value["id"]?.text { ids.insert(id.lowercased()) }
            }
        }
        for finding in Mistake.all.flatMap(\.findings) {
            let named = ids.filter { $0.hasSuffix("/" + finding.resource.lowercased()) }
            #expect(named.count == 1, "\(finding) names \(named.sorted())")
        }
    }

    @Test func theReferenceFailsNoCoreControl() async throws {
        let failures = try await Self.failures("reference")
        #expect(failures.map { "\($0.control.id) \($0.resource?.id.text ?? "")" } == [])
    }

    @Test func theDriftedEstateFailsWhatItsStoryTells() async throws {
        var untold = try await Self.failures("drifted")
        var unfound: [Mistake.Finding] = []
        // The story also tells of mistakes that no control of the catalogue looks for yet.
        let built = Set(Catalogue.controls.map(\.id))
        for told in Mistake.all.flatMap(\.findings) where built.contains(told.control) {
            let count = untold.count
            untold.removeAll { Self.matches($0, told) }
            if untold.count == count { unfound.append(told) }
        }
        #expect(untold.map { "\($0.control.id) \($0.resource?.id.text ?? ""): \($0.message)" } == [])
        #expect(unfound == [])
    }

    /// The failures of core controls.
    private static func failures(_ name: String) async throws -> [Finding] {
        let sample = try #require(Sample.named(name))
        let reading = try Reader.read([.bytes(name: name, sample.bytes)])
        let assessment = await Assessment(of: reading.topology)
        return assessment.findings.filter { $0.outcome == .fail && $0.control.tier == .core }
    }

    private static func matches(_ finding: Finding, _ told: Mistake.Finding) -> Bool {
        guard finding.control.id == told.control, let id = finding.resource?.id.text else { return false }
        return id.lowercased().hasSuffix("/" + told.resource.lowercased())
    }
}
