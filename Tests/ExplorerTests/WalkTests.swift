import Canvas
import Ingest
import Review
import Rules
import Samples
import Testing

@testable import Explorer

/// The architecture and the guided walk on the drifted sample, key by key.
@Suite struct WalkTests {
    private func drifted() async throws -> Estate {
        let sample = try #require(Sample.named("drifted"))
        let topology = try Reader.read([.bytes(name: sample.name, sample.bytes)]).topology
        let today = try #require(SmallEstate.today)
        return Estate(
            name: sample.name,
            topology: topology,
            assessment: await Assessment(of: topology),
            today: today
        )
    }

    @Test func theMapNamesTheEstatesOwnBoxes() async throws {
        let session = try Session(columns: 160, rows: 60, view: .architecture, estate: try await drifted())
        for name in ["Internet", "On-premises", "fd-core", "vnet-hub-we", "vnet-workload", "vhub-ne"] {
            session.expect(name)
        }
        for step in Walk.Step.allCases { session.expect("\(step.rawValue) ") }
    }

    @Test func fromABoxToItsFindingAndBack() async throws {
        var session = try Session(columns: 120, rows: 40, view: .architecture, estate: try await drifted())
        session.press("/")
        session.type("vnet-dev")
        session.press("enter enter")
        #expect(session.state.place.focus == .detail)
        session.press("j")
        let before = session.state.place
        session.press("enter")
        #expect(session.state.place.kind != .architecture)
        session.press("esc")
        #expect(session.state.place == before)
    }

    @Test func arrowsWalkFromBoxToBox() async throws {
        var session = try Session(columns: 120, rows: 40, view: .architecture, estate: try await drifted())
        session.press("down")
        let first = try #require((session.state.place.view as? ArchitectureView)?.subject)
        session.press("right")
        let second = try #require((session.state.place.view as? ArchitectureView)?.subject)
        session.press("left")
        let third = try #require((session.state.place.view as? ArchitectureView)?.subject)
        #expect(first != second)
        #expect(third == first)
    }

    @Test func aStepLeadsToItsPlaceInTheWalk() async throws {
        var session = try Session(columns: 120, rows: 40, view: .architecture, estate: try await drifted())
        session.press("tab j j enter")
        #expect(session.state.place.kind == .review)
        let walk = try #require(session.state.estate?.walk)
        let view = try #require(session.state.place.view as? ReviewView)
        let stop = try #require(walk.stops.first { $0.control.id == view.selected })
        #expect(stop.step == .virtualNetworks && stop.state == .open)
    }

    @Test func theWalkGoesFromOpenStopToOpenStop() async throws {
        var session = try Session(columns: 120, rows: 40, view: .review, estate: try await drifted())
        func selected() -> String? { (session.state.place.view as? ReviewView)?.selected }
        #expect(selected() == "E1-01")
        session.press("o")
        let second = selected()
        #expect(second != "E1-01")
        session.press("d")
        #expect(selected() != second)
        let open = try #require(session.state.estate).walk.stops.count { $0.state == .open }
        var seen: Set<String> = []
        for _ in 0..<open + 2 {
            session.press("o")
            if let selected = selected() { seen.insert(selected) }
        }
        #expect(seen.count == open - 1)
        #expect(second.map(seen.contains) == false)
    }

    @Test func aDecisionSettlesItsStopAndCanBeTakenBack() async throws {
        var session = try Session(columns: 120, rows: 40, view: .review, estate: try await drifted())
        let before = try #require(session.state.estate).walk.progress()
        session.press("a tab")
        session.type("Replaced in March")
        session.press("enter")
        let edits = session.works.compactMap { work -> ReviewEdit? in
            if case .edit(let edit) = work { edit } else { nil }
        }
        let decision = try #require(edits.first)
        guard case .decide(let made) = decision else {
            Issue.record("no decision was made: \(edits)")
            return
        }
        #expect(made.control == "E1-01" && made.reason == "Replaced in March")
        #expect(try #require(session.state.estate).walk.progress().done == before.done + 1)
        session.press("U")
        #expect(try #require(session.state.estate).walk.progress() == before)
    }
}
