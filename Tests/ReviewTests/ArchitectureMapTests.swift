import Ingest
import Review
import Rules
import Samples
import Testing
import Topology

struct ArchitectureMapTests {
    private func topology(_ sample: String) throws -> Topology {
        let sample = try #require(Sample.named(sample))
        return try Reader.read([.bytes(name: sample.name, sample.bytes)]).topology
    }

    @Test func driftedIsDrawnAsItIs() throws {
        let map = ArchitectureMap(of: try topology("drifted"))
        func titles(_ zone: ArchitectureMap.Zone) -> Set<String> { Set(map.boxes(in: zone).map(\.title)) }
        #expect(titles(.hub).contains("vnet-hub-we"))
        #expect(
            titles(.spoke).isSuperset(of: [
                "vnet-workload", "vnet-application", "vnet-standalone", "vnet-dev",
            ])
        )
        #expect(titles(.virtualHub) == ["vhub-ne"])
        #expect(titles(.edge) == ["fd-core"])
        #expect(titles(.internet).count == 1 && titles(.onPremises).count == 1)
        let hub = try #require(map.boxes(in: .hub).first { $0.title == "vnet-hub-we" })
        let kinds = Set(hub.fittings.map(\.kind))
        #expect(
            kinds.isSuperset(of: [
                .firewall, .bastion, .vpnGateway, .expressRouteGateway, .applicationGateway,
            ])
        )
        let known = Set(map.boxes.map(\.id))
        #expect(
            map.links.allSatisfy { known.contains($0.from) && known.contains($0.to) && !$0.subjects.isEmpty }
        )
        #expect(
            Set(map.links.map(\.kind)).isSuperset(of: [
                .siteToSite, .pointToSite, .expressRoute, .peering, .https, .bastion,
            ])
        )
        #expect(Set(map.links.map(\.id)).count == map.links.count)
    }

    @Test func bothHalvesOfAPeeringAreOneLink() throws {
        let map = ArchitectureMap(of: try topology("reference"))
        let peerings = map.links.filter { $0.kind == .peering }
        #expect(Set(peerings.map { Set([$0.from, $0.to]) }).count == peerings.count)
        #expect(peerings.contains { $0.subjects.count == 2 })
    }

    @Test func everyStepHasAState() async throws {
        let topology = try topology("drifted")
        let assessment = ReviewedAssessment(
            await Assessment(of: topology),
            review: nil,
            today: .epoch
        )
        let state = ArchitectureState(ArchitectureMap(of: topology), assessment)
        for step in Walk.Step.allCases {
            if case .notApplicable = state.state(of: step) { Issue.record("step \(step) does not apply") }
        }
        let empty = ArchitectureState(
            ArchitectureMap(of: Topology(resources: [])),
            ReviewedAssessment(await Assessment(of: Topology(resources: [])), review: nil, today: .epoch)
        )
        #expect(empty.map.boxes.isEmpty && empty.map.links.isEmpty)
    }
}
