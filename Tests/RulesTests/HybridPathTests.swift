import JSON
import Rules
import Testing
import Topology

/// What the controls of hybrid paths say beyond pass and fail: how grave it is, what is pointed at, what Azure told.
struct HybridPathTests {
    private func findings(
        _ id: String,
        _ estate: String,
        told: Overlays = Overlays()
    ) async throws -> [Finding] {
        let control = try #require(Catalogue.controls.first { $0.id == id })
        let root = try #require(JSONDocument(name: "estate.json", text: estate).root)
        let resources = try root.elements.map { row in
            Resource(
                id: ResourceID(try #require(row.member("id")?.string)),
                type: ResourceType(try #require(row.member("type")?.string)),
                body: row
            )
        }
        return await Assessment(of: Topology(resources: resources, overlays: told), by: [control]).findings
    }

    private func routes(_ holder: EffectiveRoutes.Holder, _ route: String) throws -> Overlays {
        let value = try #require(JSONDocument(name: "routes.json", text: route).root)
        var told = Overlays()
        told.routes = [
            EffectiveRoutes(holder: holder, routes: [EffectiveRoute(value)], position: value.position)
        ]
        return told
    }

    private let gateway = """
        [{"id": "/gateways/g", "name": "g", "type": "Microsoft.Network/virtualNetworkGateways",
          "properties": {"gatewayType": "Vpn", "enableBgp": true}}]
        """

    @Test(arguments: [
        (EffectiveRoutes.Holder.gateway, #"{"network": "0.0.0.0/0", "origin": "EBgp"}"#, Outcome.fail),
        (
            .interface, #"{"addressPrefix": ["0.0.0.0/0"], "nextHopType": "VirtualNetworkGateway"}"#, .fail
        ),
        (.interface, #"{"addressPrefix": ["0.0.0.0/0"], "nextHopType": "Internet"}"#, .unknown),
        (.gateway, #"{"network": "10.9.0.0/16", "origin": "EBgp"}"#, .unknown),
    ])
    func aLearnedDefaultRouteIsForcedTunnelling(
        holder: EffectiveRoutes.Holder,
        route: String,
        outcome: Outcome
    ) async throws {
        let found = try await findings("E2-26", gateway, told: try routes(holder, route))
        #expect(found.map(\.outcome) == [outcome])
    }

    private func port(_ cipher: String, gigabits: Int) -> String {
        """
        [{"id": "/ports/p", "name": "p", "type": "Microsoft.Network/expressRoutePorts", "properties": {
          "bandwidthInGbps": \(gigabits), "links": [{"name": "one", "properties": {"macSecConfig": {
           "cipher": "\(cipher)", "cknSecretIdentifier": "https://kv.vault.azure.net/secrets/ckn"}}}]}}]
        """
    }

    @Test func aCipherIsGraverOnAFastPort() async throws {
        let slow = try #require(try await findings("E1-15", port("GcmAes128", gigabits: 10)).first)
        let fast = try #require(try await findings("E1-15", port("GcmAes128", gigabits: 100)).first)
        #expect(slow.outcome == .fail && slow.severity == .low)
        #expect(fast.outcome == .fail && fast.severity == .medium)
        #expect(fast.evidence.map(\.path).last == "properties.bandwidthInGbps")
    }

    private func vault(_ properties: String) -> String {
        let port = port("GcmAes256", gigabits: 10).dropFirst().dropLast()
        return """
            [\(port), {"id": "/vaults/kv", "name": "kv", "type": "Microsoft.KeyVault/vaults",
              "properties": {\(properties)}}]
            """
    }

    @Test func anOpenVaultIsGraverThanOneThatCanBePurged() async throws {
        let kept = #""enableSoftDelete": true, "enablePurgeProtection": true"#
        let open = try await findings(
            "E1-18",
            vault(#""networkAcls": {"defaultAction": "Allow"}, \#(kept)"#)
        )
        let bare = try await findings(
            "E1-18",
            vault(#""publicNetworkAccess": "Disabled", "enableSoftDelete": true"#)
        )
        #expect(open.first { $0.outcome == .fail }?.severity == .high)
        #expect(bare.first { $0.outcome == .fail }?.severity == .medium)
        let pointers = open.flatMap(\.evidence).filter { $0.resource == ResourceID("/ports/p") }.map(\.path)
        #expect(pointers.contains("properties.links[0].properties.macSecConfig.cknSecretIdentifier"))
    }
}
