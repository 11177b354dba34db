import Canvas
import Review
import Rules
import Testing

@testable import Explorer

/// What a person does, key by key, and what the screen then says.
@Suite struct ScenarioTests {
    @Test func opensOnTheGravestFinding() throws {
        let session = try Session()
        session.expect("Findings")
        session.expect("3 of 4")
        #expect(session.selectedRow.contains("S1-01"))
        session.expect("ssh-any lets every address reach port 22")
    }

    @Test func drillsToThePropertyAndComesBackExactly() throws {
        var session = try Session()
        session.press("j")
        let before = session.state.place
        session.press("enter")
        session.expect("Topology")
        #expect(session.selectedRow.contains("cn-branch"))
        session.expect("\"dhGroup\": \"DHGroup2\"")
        session.press("esc")
        #expect(session.state.place == before)
        session.press("]")
        #expect(session.selectedRow.contains("cn-branch"))
        session.press("- ")
        #expect(session.state.place.kind == .findings)
    }

    @Test func secretsAreNeverShown() throws {
        var session = try Session(columns: 160, rows: 50)
        session.press("j enter")
        session.expectNot("hunter2")
        session.expect("•••")
        session.press("t")
        session.expectNot("hunter2")
        session.press("y j")
        #expect(
            session.works.contains { if case .copy(let text) = $0 { text.contains("•••") } else { false } }
        )
        #expect(
            !session.works.contains {
                if case .copy(let text) = $0 { text.contains("hunter2") } else { false }
            }
        )
    }

    @Test func hostileNamesReachNothing() throws {
        var session = try Session(view: .topology)
        session.press("/")
        session.type("evil")
        session.press("enter")
        #expect(session.selectedRow.contains("st·[31mevil·"))
        for character in session.text.unicodeScalars {
            #expect(character == "\n" || (character.value >= 0x20 && character.value != 0x202E))
        }
        session.press("y i e")
        for work in session.works {
            switch work {
            case .copy(let text): #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
            case .export(_, let lines): #expect(!lines.joined().contains("\u{1B}"))
            default: break
            }
        }
        #expect(session.works.count >= 3)
    }

    @Test func filterHidesAndSearchMoves() throws {
        var session = try Session()
        session.press("f")
        session.type("sev:high")
        session.press("enter")
        session.expect("1 of 4")
        session.expect("filter sev:high")
        session.expectNot("S1-01")
        session.press("esc")
        session.expect("3 of 4")
        session.press("/")
        session.type("rotated")
        session.press("enter")
        #expect(session.selectedRow.contains("E1-20"))
        session.expect("S1-01")
    }

    @Test func escapeTakesBackWhatAPromptDid() throws {
        var session = try Session()
        session.press("j")
        let before = session.state.place
        session.press("f")
        session.type("sev:info")
        session.press("esc")
        #expect(session.state.place == before)
        session.press("/")
        session.type("rotated")
        session.press("esc")
        #expect(session.state.place == before)
    }

    @Test func aMistypedFilterSaysWhatIsNear() throws {
        var session = try Session()
        session.press("f")
        session.type("sve:high")
        session.expect("did you mean sev: ?")
        session.press("enter")
        session.expect("3 of 4")
    }

    @Test func countsAndEnds() throws {
        var session = try Session()
        session.press("02j")
        #expect(session.selectedRow.contains("E1-20"))
        session.press("g")
        #expect(session.selectedRow.contains("S1-01"))
        session.press("G")
        #expect(session.selectedRow.contains("E1-20"))
        session.send([.key(.alt("1")), .key(.character("k"))])
        #expect(session.selectedRow.contains("E1-02"))
        session.press("0 99k")
        #expect(session.selectedRow.contains("S1-01"))
    }

    @Test func aDigitWithoutAViewSaysWhichThereAre() throws {
        var session = try Session()
        session.press("7")
        session.expect("no view 7")
        #expect(session.state.place.kind == .findings)
    }

    @Test func decidesAndTakesItBack() throws {
        var session = try Session()
        session.press("a tab")
        session.type("Behind Bastion by March")
        session.press("tab")
        session.type("net team")
        session.press("tab")
        session.type("2027-03-31")
        session.press("enter")
        session.expect("≈ waived")
        let edits = session.works.compactMap { if case .edit(let edit) = $0 { edit } else { nil } }
        guard case .decide(let decision)? = edits.first else {
            Issue.record("nothing was decided")
            return
        }
        #expect(decision.control == "S1-01" && decision.kind == .accepted && decision.owner == "net team")
        #expect(decision.expires == Day("2027-03-31") && decision.reason == "Behind Bastion by March")
        #expect(decision.resource.hasSuffix("nsg-app"))
        session.press("U")
        session.expectNot("≈ waived")
        session.press("ctrl-r")
        session.expect("≈ waived")
        #expect(session.works.count { if case .edit = $0 { true } else { false } } == 3)
    }

    @Test func aDecisionNeedsItsReasonAndADayToCome() throws {
        var session = try Session()
        session.press("a enter")
        session.expect("counts only with its reason")
        session.type("why not")
        session.press("tab tab")
        session.type("2020-01-01")
        session.press("enter")
        session.expect("has passed")
        #expect(!session.works.contains { if case .edit = $0 { true } else { false } })
        session.press("esc")
        session.expectNot("Decide ━")
    }

    @Test func answersAQuestion() throws {
        var session = try Session(columns: 120, rows: 40)
        session.press("G a")
        session.expect("When was the key rotated last?")
        session.press("n tab")
        session.type("never")
        session.press("enter")
        let answers = session.works.compactMap { work -> Answer? in
            if case .edit(.answer(let answer)) = work { answer } else { nil }
        }
        #expect(answers.map(\.answer) == [.no])
        session.expect("answered no")
    }

    /// No answer is likelier than another, so none is chosen beforehand.
    @Test func anAnswerIsChosenAndHasAnOwner() throws {
        var session = try Session(columns: 120, rows: 40)
        session.press("G a")
        session.expect("what is known, or where it is written")
        session.press("enter")
        session.expect("Choose yes where it is as it should be")
        #expect(!session.works.contains { if case .edit = $0 { true } else { false } })
        session.press("y tab tab")
        session.type("network-team")
        session.press("enter")
        let answers = session.works.compactMap { work -> Answer? in
            if case .edit(.answer(let answer)) = work { answer } else { nil }
        }
        #expect(answers.map(\.owner) == ["network-team"])
        #expect(answers.map(\.answer) == [.yes])
        session.expect("by network-team")
    }

    @Test func quitAsksOnlyWithUnsavedWork() throws {
        var session = try Session()
        session.press("q")
        #expect(session.works.last == .quit)
        session = try Session()
        session.press("a tab")
        session.type("x")
        session.press("enter q")
        #expect(session.works.last != .quit)
        session.expect("Leave without saving?")
        session.press("esc q y")
        #expect(session.works.last == .quit)
    }

    @Test func aSavedReviewLetsGo() throws {
        var session = try Session()
        session.press("a tab")
        session.type("x")
        session.press("enter")
        session.expect("1 unsaved")
        guard case .edit(.decide(var decision))? = session.works.last else {
            Issue.record("nothing was decided")
            return
        }
        decision.decided = "2026-11-24T10:00:00Z"
        let document = ReviewDocument(estate: "small").applying(.decide(decision))
        session.receive(.reviewed(document))
        session.expectNot("unsaved")
        session.press("q")
        #expect(session.works.last == .quit)
    }

    @Test func marksRowsAndDecidesOnAll() throws {
        var session = try Session()
        session.press("space space a tab")
        session.expect("2 findings")
        session.type("both")
        session.press("enter")
        #expect(session.works.count { if case .edit = $0 { true } else { false } } == 2)
    }

    @Test func thePaletteFindsEverything() throws {
        var session = try Session()
        session.press(":")
        session.type("nicweb")
        session.press("enter")
        #expect(session.state.place.kind == .topology)
        #expect(session.selectedRow.contains("nic-web"))
        session.press("ctrl-p")
        session.type("10.0.1.4")
        session.expect("snet-app")
        session.press("esc :")
        session.type("E1-02")
        session.press("enter")
        #expect(session.state.place.kind == .findings)
        #expect(session.selectedRow.contains("E1-02"))
        session.press(":")
        session.type("zoom")
        session.press("enter")
        #expect(session.state.place.isZoomed)
    }

    @Test func helpRunsWhatItLists() throws {
        var session = try Session()
        session.press("?")
        session.expect("Keys here")
        session.type("zoom")
        session.press("enter")
        #expect(session.state.place.isZoomed)
    }

    @Test func themesAreSeenAtOnceAndTakenBack() throws {
        var session = try Session()
        session.press("T down")
        #expect(session.program.theme == "harbor-dark")
        session.press("esc")
        #expect(session.program.theme == "terminal")
        session.press("T down down enter")
        #expect(session.program.theme == "mono")
    }

    @Test func theTreeOpensDownToTheEndpoint() throws {
        var session = try Session(view: .topology)
        session.press("/")
        session.type("vnet-hub")
        session.press("enter l /")
        session.type("snet-app")
        session.press("enter l l")
        #expect(session.selectedRow.contains("nic-web"))
        session.press("tab tab")
        session.expect("Referred to by")
        session.press("h h")
        let before = session.state.place
        session.press("down enter")
        #expect(session.state.place != before)
        session.press("esc")
        #expect(session.state.history.behind.count == 0)
    }

    @Test func groupsAndFolds() throws {
        var session = try Session()
        session.press("b")
        session.expect("Step 1")
        session.expect("Step 3")
        session.press("h")
        session.expect("▸ Step")
        session.press("enter")
        session.expectNot("▸ Step")
    }

    @Test func aPressOnATitleSorts() throws {
        var session = try Session()
        let row = session.program.frame().text(row: 2)
        let title = try #require(row.firstRange(of: "Control"))
        let point = Point(column: row.distance(from: row.startIndex, to: title.lowerBound), row: 2)
        session.send([.mouse(Mouse(.press, at: point)), .key(.character("g"))])
        #expect(session.selectedRow.contains("S1-01"))
        session.send([.mouse(Mouse(.press, at: point)), .key(.character("g"))])
        #expect(session.selectedRow.contains("E1-20"))
    }

    @Test func aPressOnTheTabsOfTheDetailTurnsThem() throws {
        var session = try Session(view: .topology)
        session.expect("displayName           contoso")
        let row = session.program.frame().text(row: 1)
        let tabs = try #require(row.firstRange(of: "JSON"))
        let point = Point(column: row.distance(from: row.startIndex, to: tabs.lowerBound), row: 1)
        session.send([.mouse(Mouse(.press, at: point))])
        session.expect("\"displayName\": \"contoso\"")
    }

    @Test func theDetailIsSearchedWhereItHasTheFocus() throws {
        var session = try Session(rows: 16)
        session.press("tab")
        session.expectNot("sourceAddressPrefix")
        session.press("/")
        session.type("sourceaddress")
        session.press("enter")
        session.expect("sourceAddressPrefix")
        #expect(session.state.place.kind == .findings)
    }

    @Test func passesAreListedOnDemand() throws {
        var session = try Session()
        session.expectNot("E3-01")
        session.press("A")
        session.expect("E3-01")
        session.press("A f")
        session.type("outcome:pass")
        session.expect("E3-01")
    }

    @Test func theMouseSelectsDrillsAndTurns() throws {
        var session = try Session()
        let row = try #require((0..<24).first { session.program.frame().text(row: $0).contains("E1-02") })
        session.send([.mouse(Mouse(.press, at: Point(column: 12, row: row)))])
        #expect(session.selectedRow.contains("E1-02"))
        session.send([.mouse(Mouse(.doublePress, at: Point(column: 12, row: row)))])
        #expect(session.state.place.kind == .topology)
        let tabs = session.program.frame().text(row: 0)
        let before = try #require(tabs.firstRange(of: "Find"))
        let tab = Point(column: tabs.distance(from: tabs.startIndex, to: before.lowerBound), row: 0)
        session.send([.mouse(Mouse(.press, at: tab))])
        #expect(session.state.place.kind == .findings)
        session.send([.mouse(Mouse(.wheelDown, button: 0, at: Point(column: 12, row: row)))])
        #expect(session.selectedRow.contains("E1-20"))
    }
}
