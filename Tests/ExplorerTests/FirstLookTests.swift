import Canvas
import Review
import Testing

@testable import Explorer

/// What somebody who has never seen the program tries, and what it must then say.
@Suite struct FirstLookTests {
    private func firstHit(_ typed: String) throws -> String {
        var session = try Session(columns: 120, rows: 40)
        session.press(":")
        session.type(typed)
        guard case .palette(let palette) = session.state.overlay else { return "" }
        return palette.items.first?.entry.text ?? ""
    }

    @Test(arguments: [
        ("E3-01", "E3-01 Networks have a name"), ("e1-20", "E1-20 Shared keys of tunnels are rotated"),
        ("10.0.1.4", "nic-web"), ("10.0.1.5", "vnet-hub/snet-app"), ("vm-w", "vm-web"),
    ])
    func whatIsTypedWholeStandsFirst(typed: String, expected: String) throws {
        #expect(try firstHit(typed) == expected)
    }

    @Test func aNumberFitsOnlyWhereItsBeginningWasTyped() {
        let number = "4d97b98b-1d4f-4787-a291-c67834d212e7"
        let name = PaletteFit("d4f", "kd4fx", score: 0)
        #expect(name < PaletteFit("d4f", number, score: 90))
        #expect(PaletteFit("4d97b98b-1d4f", number, score: 0) < name)
        #expect(PaletteFit("hub", "hub", score: 0) < PaletteFit("hub", "hub-we", score: 50))
        #expect(PaletteFit("hub", "vnet-hub", score: 0) < PaletteFit("hub", "xhub", score: 50))
        #expect(PaletteFit("hub", "xhub", score: 0) < PaletteFit("hub", "h-u-b", score: 50))
    }

    @Test func aRangeBeingChosenIsDecidedOn() throws {
        var session = try Session(columns: 120, rows: 40)
        session.press("v j a")
        guard case .form(let form) = session.state.overlay else {
            Issue.record("no form is open")
            return
        }
        #expect(Set(form.subjects.map(\.control)) == ["S1-01", "E1-02"])
    }

    @Test func aSearchThatFindsNothingSaysSoAfterEnter() throws {
        var session = try Session()
        session.press("/")
        session.type("zzzz")
        session.press("enter")
        session.expect("Nothing contains zzzz")
    }

    @Test func theFilterCountsOnTheMap() throws {
        var session = try Session(columns: 120, rows: 40, view: .architecture)
        session.expect("resources")
        session.press("f")
        session.type("sev:high")
        session.press("enter")
        session.expect("1 of 4 findings")
        session.expect("filter sev:high")
        session.expect("the filter hides all of it")
        session.press("tab tab")
        session.expect("E1-02")
        session.expectNot("E1-20")
    }

    @Test(arguments: ["?", "L"]) func theSignsOfTheMapAreExplained(key: String) throws {
        var session = try Session(columns: 120, rows: 60, view: .architecture)
        session.press(key)
        if key == "?" { session.type("RDP") }
        session.expect("RDP and SSH through Bastion, step 5")
        session.press("esc")
        session.press("2 ?")
        session.type("through Bastion")
        session.expectNot("RDP and SSH through Bastion, step 5")
    }

    @Test func aLongMessageIsReadWhole() throws {
        var session = try Session()
        let reason =
            "review.toml:3:1: this review was written by a newer program and is left alone; "
            + "take a newer bulkhead, or name another file with --review"
        session.receive(.reviewFailed(reason))
        let words = session.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(words.contains(reason), "\(session.text)")
        session.press("j")
        session.expect("review not read")
    }

    @Test func movingInADetailPassesOverBlankRows() throws {
        var cursor = ListCursor()
        let rows = ["a", "", "", "b", ""]
        func move(_ action: Action) -> Int {
            _ = cursor.move(action, by: nil, of: rows.count, page: 3) { rows[$0].isEmpty }
            return cursor.row
        }
        #expect(move(.moveDown) == 3)
        #expect(move(.moveDown) == 3)
        #expect(move(.moveUp) == 0)
        #expect(move(.last) == 3)
        #expect(move(.first) == 0)
    }
}
