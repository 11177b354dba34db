import Canvas
import Review
import Testing

@testable import Explorer

/// The way between two ends, key by key.
@Suite struct PathsTests {
    private func session(
        columns: Int = 100,
        rows: Int = 30,
        from: String? = nil,
        to: String? = nil
    ) throws
        -> Session
    {
        var session = try Session(
            columns: columns,
            rows: rows,
            view: .paths,
            estate: ShopEstate.estate()
        )
        if let from {
            session.press("p")
            session.type(from)
            session.press("enter")
        }
        if let to {
            session.type(to)
            session.press("enter")
        }
        return session
    }

    @Test func anEmptyViewSaysTheNextKeys() throws {
        let session = try session()
        session.expect("Choose two ends")
        session.expect("p where it begins")
    }

    @Test func twoEndsArePickedAndTheWayIsDrawn() throws {
        let session = try session(from: "vm-web-1", to: "vm-app-1")
        session.expect("partly open")
        #expect(session.selectedRow.contains("tcp/8443"))
        session.expect("NSG in subnet nsg-app web-to-app 100")
        session.expect("peering")
        session.expect("replies come back the same way")
        session.expect("gets through")
    }

    @Test func aStoppedPacketSaysWhereAndByWhat() throws {
        var session = try session(from: "vm-web-1", to: "vm-sql-1")
        session.expect("closed")
        session.expect("stopped here")
        session.expect("not reached")
        session.expect("nsg-data nobody-else 4000")
        session.press("tab G")
        session.press("x")
        session.expect("vm-sql-1")
    }

    @Test func aHopLeadsToItsRuleAndBackExactly() throws {
        var session = try session(from: "vm-web-1", to: "vm-app-1")
        session.press("enter")
        session.press("/")
        session.type("web-to-app")
        session.press("enter")
        #expect(session.selectedRow.contains("web-to-app"))
        session.expect("This hop")
        session.expect("10.1.1.0/24")
        let before = session.state.place
        session.press("enter")
        #expect(session.state.place.kind == .topology)
        session.expect("\"name\": \"web-to-app\"")
        session.press("backspace")
        #expect(session.state.place == before)
    }

    @Test func oneServiceAndTheOtherDirection() throws {
        var session = try session(from: "vm-web-1", to: "vm-app-1")
        session.press("s")
        session.type("8443")
        session.press("enter")
        session.expect("1 flows")
        session.expect("open")
        session.press("x")
        session.expect("From  vm-app-1")
    }

    @Test func theInternetIsAnEnd() throws {
        let session = try session(from: "internet", to: "vm-web-1")
        session.expect("the internet")
        session.expect("http-in")
    }

    @Test func whatIsNoEndSaysWhy() throws {
        var session = try session(from: "ip:10.9.9.9", to: "vm-web-1")
        session.expect("10.9.9.9")
        session.expect("No virtual network")
        session.press("p")
        session.type("zzz")
        session.expect("Nothing is called so")
        session.press("esc")
        session.expect("No virtual network")
    }

    @Test func otherViewsLeadHereWithWhatTheySelect() throws {
        var session = try Session(columns: 100, rows: 30, view: .topology, estate: ShopEstate.estate())
        session.press("/")
        session.type("vm-web-1")
        session.press("enter p")
        #expect(session.state.place.kind == .paths)
        session.expect("From  vm-web-1")
        session.press("esc /")
        session.type("vm-app-2")
        session.press("enter P")
        session.expect("To    vm-app-2")
        session.expect("tcp/8443")
        session.press("esc /")
        session.type("nsg-web")
        session.press("enter p")
        session.expect("Select a machine")
    }

    @Test func whatAnEndpointReachesByHops() throws {
        var session = try session(from: "vm-web-1", to: "vm-app-1")
        session.press("B")
        session.expect("1 hop  2")
        session.expect("2 hops  1")
        session.expect("via vm-app-1")
        session.press("g")
        session.press("0 9 j")
        session.expect("Hop by hop")
        session.press("h h")
        session.expect("1 hop")
        session.expectNot("2 hops  1")
        session.press("f")
        session.type("app-2")
        session.press("enter")
        session.expect("1 filter app-2")
        session.press("esc t")
        session.expect("partly open")
    }

    @Test func aClosedWaySaysWhatOpensItAndAnOpenOneWhatClosesIt() throws {
        var session = try session(columns: 140, rows: 40, from: "vm-app-2", to: "vm-sql-1")
        session.expect("To open it")
        session.expect("Allow tcp/443 from 10.2.1.5 to 10.2.2.4 in nsg-data, inbound")
        session.press("p")
        session.type("vm-app-1")
        session.press("enter")
        session.expect("To close it, one of")
        session.expect("Deny tcp/1433 from 10.2.1.4 to 10.2.2.4 in nsg-data, inbound")
        session.press("tab tab /")
        session.type("Deny tcp/1433")
        session.press("enter enter")
        #expect(session.state.place.kind == .topology)
        #expect(session.selectedRow.isEmpty || session.text.contains("nsg-data"))
    }

    @Test func aBlastRadiusSaysWhereItCanBeCut() throws {
        var session = try session(columns: 140, rows: 40, from: "vm-web-1", to: "vm-app-1")
        session.press("B")
        session.expect("Where to cut it")
        session.expect("-3   nsg-app web-to-app 100")
        session.press("/")
        session.type("web-to-app")
        session.press("enter")
        session.expect("A rule that denies before this one cuts off 3 of 3")
        session.expect("The fewest that cut off everything")
        session.press("enter")
        #expect(session.state.place.kind == .topology)
        session.expect("nsg-app")
    }

    @Test func anEndpointThatIsReachedIsTheNextOrigin() throws {
        var session = try session(columns: 140, rows: 40, from: "vm-web-1", to: "vm-app-1")
        session.press("B")
        #expect(session.selectedRow.contains("vm-app-1"))
        let before = session.state.place
        session.press("B")
        session.expect("From  vm-app-1")
        session.press("backspace")
        #expect(session.state.place == before)
    }

    @Test func copiesTheQuestionForTheCommandLine() throws {
        var session = try session(from: "internet", to: "vm-web-1")
        session.press("y c")
        let isCopied = session.works.contains { work in
            if case .copy(let text) = work {
                text.hasPrefix("bulkhead reach --from \"internet\" --to \"/sub")
            } else {
                false
            }
        }
        #expect(isCopied)
        session.press("e")
        let isExported = session.works.contains { work in
            if case .export(_, let lines) = work { lines.contains { $0.contains("http-in") } } else { false }
        }
        #expect(isExported)
    }
}
