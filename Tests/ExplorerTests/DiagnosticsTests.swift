import Ingest
import Review
import Rules
import Testing
import Topology

@testable import Explorer

/// What the input had wrong, and what nobody but Azure knows, on the screen.
@Suite struct DiagnosticsTests {
    private static let template = #"""
        {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","contentVersion":"1.0.0.0",
        "resources":[{"type":"Microsoft.Network/virtualNetworks","apiVersion":"2023-01-01","name":"net","location":"[toLower(5)]",
          "properties":{"dhcpOptions":{"dnsServers":["[reference('other').address]"]},"subnets":[{"name":"s","properties":{"addressPrefix":"10.0.0.0/24"}}]}}]}
        """#

    private func estate(_ text: String) async throws -> Estate {
        let reading = try Reader.read([.bytes(name: "main.json", Array(text.utf8))])
        let topology = reading.topology
        let today = try #require(SmallEstate.today)
        return Estate(
            name: "main.json",
            topology: topology,
            assessment: await Assessment(of: topology),
            today: today
        )
    }

    @Test func aKeyListsWhatTheInputHadWrong() async throws {
        var session = try Session(columns: 110, rows: 30, estate: try await estate(Self.template))
        session.expect("!1 ")
        session.press("D")
        session.expect("Diagnostics")
        session.expect("main.json:2")
        session.expect("main.json, line 2, column")
        session.expect("'toLower' expects its parameter 1 to be a string")
        session.expect("mend it in the input and press r")
        session.press("j")
        session.expect("nothing, it is an assumption to know of")
        session.press("esc")
        session.expectNot("To do")
    }

    @Test(arguments: [(40, 10), (20, 5), (200, 60)]) func theListFitsEveryScreen(
        columns: Int,
        rows: Int
    ) async throws {
        var session = try Session(columns: columns, rows: rows, estate: try await estate(Self.template))
        session.press("D j j j k enter")
        #expect(session.state.overlay != nil)
        session.press("q")
        #expect(session.state.overlay == nil)
    }

    @Test func whatIsSymbolicOrAssumedLooksDifferent() async throws {
        var session = try Session(
            columns: 140,
            rows: 40,
            view: .topology,
            estate: try await estate(Self.template)
        )
        session.press("/")
        session.type("net")
        session.press("enter enter")
        session.expect("[reference('other').address]  run-time")
        session.expect("Disabled  assumed")
        session.expectNot("$assumed")
        session.press("t")
        session.expect(#""$symbolic": "[reference('other').address]""#)
        session.expect(#""reason": "run-time""#)
    }

    @Test func nothingWrongIsSaid() throws {
        var session = try Session()
        session.expectNot("!1")
        session.press("D")
        session.expect("The input was read without remarks")
    }
}
