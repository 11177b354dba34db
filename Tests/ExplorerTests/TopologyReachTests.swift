import Canvas
import Review
import Testing

@testable import Explorer

/// The rules and routes in effect and the neighbours, in Topology and on the map.
@Suite struct TopologyReachTests {
    private func session(at name: String) throws -> Session {
        var session = try Session(columns: 140, rows: 50, view: .topology, estate: ShopEstate.estate())
        session.press("/")
        session.type(name)
        session.press("enter")
        return session
    }

    @Test func anInterfaceHasRulesWithWhatTheirTagsStandFor() throws {
        var session = try session(at: "nic-web-1")
        session.press("t t")
        session.expect("Outbound at the interface")
        session.expect("no security group: nothing is stopped here")
        session.expect("Inbound at the subnet  nsg-web")
        session.expect("http-in")
        session.expect("VirtualNetwork = 10.1.0.0/16 10.2.0.0/16")
        session.press("tab")
        session.press("/")
        session.type("Inbound at the subnet")
        session.press("enter enter")
        #expect(session.state.place.kind == .topology)
        session.expect("Network security group")
    }

    @Test func anInterfaceHasTheRoutesInEffect() throws {
        var session = try session(at: "nic-web-1")
        session.press("t t t")
        session.expect("In effect")
        session.expect("peering vnet-back")
        session.press("t")
        session.expect("privateIPAddress")
    }

    @Test func whatHasNoPlaceHasNoSuchTabs() throws {
        var session = try session(at: "nsg-web")
        session.press("t t")
        session.expect("Properties │ JSON ")
        session.expectNot("Routes")
    }

    @Test func neighboursLeadToTheirPath() throws {
        var session = try session(at: "vm-app-1")
        session.expect("Reaches")
        session.expect("Reached by")
        session.press("tab tab /")
        session.press("esc")
        session.press("j")
        let row = session.selectedRow
        session.press("enter")
        #expect(session.state.place.kind == .paths)
        session.expect("From  vm-app-1")
        #expect(row.contains("vm-") || row.contains("internet"))
    }

    @Test func neighboursAreSaidToBeWorkedOut() throws {
        var session = try session(at: "vm-app-1")
        session.answers = false
        session.press("/")
        session.type("vm-sql-1")
        session.press("enter")
        session.expect("working it out")
        session.answer()
        session.expectNot("working it out")
    }

    @Test func aSubnetSaysWhichSubnetsItReaches() throws {
        let session = try session(at: "snet-app")
        session.expect("Reached by")
        session.expect("vnet-front/snet-web")
    }

    @Test func theMapSaysWhatReallyFlowsBetweenNetworks() throws {
        var session = try Session(columns: 140, rows: 50, view: .architecture, estate: ShopEstate.estate())
        for _ in 0..<8 where !session.text.contains("→ ") { session.press("j") }
        session.expect("P ")
    }

    /// Who moves fast asks only where they come to rest.
    @Test func onlyAFewQuestionsWaitAtOnce() throws {
        var session = try session(at: "nic-app-1")
        session.answers = false
        session.press("r")
        session.receive(
            .loaded(try ShopEstate.estate(), isComplete: true, generation: session.state.generation)
        )
        for _ in 0..<40 { session.press("j") }
        session.press("g")
        for _ in 0..<40 { session.press("j") }
        #expect(session.waiting.count <= 4)
        session.answer()
        session.expectNot("working it out")
    }
}
