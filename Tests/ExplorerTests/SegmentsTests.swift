import Canvas
import Review
import Testing

@testable import Explorer

/// The matrix of segments, key by key.
@Suite struct SegmentsTests {
    private func session(columns: Int = 100, rows: Int = 30) throws -> Session {
        try Session(columns: columns, rows: rows, view: .segments, estate: ShopEstate.estate())
    }

    @Test func standsOnTheFirstFlowAndSaysWhatItIs() throws {
        let session = try session()
        session.expect("3 segments")
        session.expect("vnet-front/snet-web → vnet-back/snet-app")
        session.expect("A every one of 2 pairs")
        session.expect("tcp/8443")
    }

    @Test func enterTellsWhichRulesDecideWithAPacketForEach() throws {
        var session = try session()
        session.press("enter")
        session.expect("What decides")
        session.expect("NSG in subnet nsg-app web-to-app 100")
        session.expect("NSG in subnet nsg-app nobody-else 4000")
        session.expect("packet vm-web-1 10.1.1.4 → vm-app-1 10.2.1.4 tcp/8443")
        let before = session.state.place
        session.press("down down down down")
        #expect(session.selectedRow.contains("web-to-app"))
        session.press("enter")
        #expect(session.state.place.kind == .topology)
        session.expect("web-to-app")
        session.press("esc")
        #expect(session.state.place.kind == .segments)
        #expect(session.state.place.focus == before.focus)
    }

    @Test func aPartOfThePairsIsPartial() throws {
        var session = try session()
        // From the application to the database: one of two machines may.
        session.press("j l")
        session.expect("vnet-back/snet-app → vnet-back/snet-data")
        session.expect("P 1 of 2 pairs")
        session.press("enter")
        session.expect("app-to-sql")
        session.expect("nobody-else")
    }

    @Test func oneServiceIsAskedAbout() throws {
        var session = try session()
        session.press("s")
        session.type("1433")
        session.press("enter")
        session.expect("by tcp/1433")
        session.press("g l l")
        session.expect("d none of 1 pairs")
        session.press("s")
        session.type("udp/4711")
        session.press("enter")
        session.expect("by udp/4711")
    }

    @Test func groupsByNetworkAndByTag() throws {
        var session = try session()
        session.press("b")
        session.type("network")
        session.press("enter")
        session.expect("by network")
        session.expect("2 segments")
        session.press("b")
        session.type("tier")
        session.press("enter")
        session.expect("by tag tier")
        session.expect("front")
    }

    @Test func whatIsEmptyIsHiddenOnDemandAndSaidSo() throws {
        var session = try session()
        session.expectNot("hidden")
        session.press("s")
        session.type("tcp/1433")
        session.press("enter H")
        session.expect("1 rows 1 columns hidden")
        session.expectNot("1 vnet-front/snet-web")
        session.press("H")
        session.expectNot("hidden")
    }

    @Test func theFilterKeepsASegmentWithThoseItHasToDoWith() throws {
        var session = try session()
        session.press("f")
        session.type("sql")
        session.press("enter")
        session.expect("filter sql")
        session.expect("snet-data")
        session.press("f ctrl-u")
        session.type("nowhere")
        session.press("enter")
        session.expect("The filter hides every segment")
        session.press("esc")
        session.expect("3 segments")
    }

    @Test func nothingIsBlankWhileItIsWorkedOut() throws {
        var session = try session()
        session.answers = false
        session.press("s")
        session.type("tcp/22")
        session.press("enter")
        session.expect("Working out which segment reaches which")
        session.press("j k enter l tab")
        session.expect("Working out")
        session.answer()
        session.expectNot("Working out which")
        session.expect("by tcp/22")
    }

    @Test func anAnswerAboutAnOlderReadingIsDropped() throws {
        var session = try session()
        session.answers = false
        session.press("s")
        session.type("tcp/22")
        session.press("enter")
        let asked = try #require(session.waiting.last)
        session.press("r")
        session.receive(
            .loaded(try SmallEstate.estate(), isComplete: true, generation: session.state.generation)
        )
        let reply = asked.inquiry.answer(in: try ShopEstate.estate())
        session.receive(.answered(reply, to: asked.inquiry, generation: asked.generation))
        session.expect("Working out which segment reaches which")
    }

    @Test func thePairLeadsToItsPath() throws {
        var session = try session()
        session.press("p")
        #expect(session.state.place.kind == .paths)
        session.expect("vm-web-1")
        session.expect("vm-app-1")
        session.press("esc")
        session.expect("vnet-front/snet-web → vnet-back/snet-app")
    }

    @Test func theMouseSelectsACell() throws {
        var session = try session(columns: 80, rows: 24)
        let frame = session.program.frame()
        let row = try #require(
            (0..<24).first { row in frame.text(row: row).contains("3 vnet-back/snet-data") }
        )
        session.send([.mouse(Mouse(.press, button: 1, at: Point(column: 30, row: row)))])
        session.expect("vnet-back/snet-data →")
    }

    @Test func copiesAndExports() throws {
        var session = try session()
        session.press("y r")
        #expect(session.works.contains(.copy("vnet-front/snet-web  vnet-back/snet-app  allow  tcp/8443")))
        session.press("e")
        let lines = session.works.compactMap { work -> [String]? in
            if case .export(_, let lines) = work { lines } else { nil }
        }
        #expect(lines.last?.contains { $0.contains("vnet-front/snet-web -> vnet-back/snet-app") } == true)
    }
}
