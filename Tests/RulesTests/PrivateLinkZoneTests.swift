import JSON
import Rules
import Testing
import Topology

/// A private endpoint keeps its name in the zone that Azure has for its service.
struct PrivateLinkZoneTests {
    private func findings(zone: String, in table: [PrivateLinkZone]) async throws -> [Finding] {
        let group = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network"
        let rows = """
            [{"id": "\(group)/privateEndpoints/pe", "name": "pe", "type": "Microsoft.Network/privateEndpoints",
              "properties": {"ipConfigurations": [{"properties": {"privateIPAddress": "10.1.1.4"}}],
                "privateLinkServiceConnections": [{"name": "pe", "properties": {"groupIds": ["vault"],
                  "privateLinkServiceId": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv"}}]}},
             {"id": "\(group)/privateEndpoints/pe/privateDnsZoneGroups/g", "name": "g",
              "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "properties": {"privateDnsZoneConfigs": [
                {"name": "z", "properties": {"privateDnsZoneId": "\(group)/privateDnsZones/\(zone)"}}]}},
             {"id": "\(group)/privateDnsZones/\(zone)/A/kv", "name": "kv", "type": "Microsoft.Network/privateDnsZones/A",
              "properties": {"aRecords": [{"ipv4Address": "10.1.1.4"}]}}]
            """
        let root = try #require(JSONDocument(name: "estate", text: rows).root)
        let resources = try root.elements.map { row in
            Resource(
                id: ResourceID(try #require(row.member("id")?.string)),
                type: ResourceType(try #require(row.member("type")?.string)),
                body: row
            )
        }
        let reference = ReferenceData(
            serviceTags: { nil },
            roleDefinitions: { [] },
            privateLinkZones: { table }
        )
        let control = try #require(Catalogue.controls.first { $0.id == "D-03" })
        let topology = Topology(resources: resources, reference: reference)
        return await Assessment(of: topology, by: [control]).findings
    }

    private static let vault = PrivateLinkZone(
        name: "privatelink.vaultcore.azure.net",
        groupIDs: ["vault"],
        types: ["Microsoft.KeyVault/vaults"]
    )
    private static let regional = PrivateLinkZone(
        name: "privatelink.{regionName}.vault.azure.net",
        groupIDs: ["vault"],
        types: ["Microsoft.KeyVault/vaults"]
    )

    @Test(arguments: [
        ("privatelink.vaultcore.azure.net", [vault], Outcome.pass),
        ("privatelink.blob.core.windows.net", [vault], .fail),
        ("privatelink.westeurope.vault.azure.net", [regional], .pass),
        ("privatelink.blob.core.windows.net", [], .pass),
    ])
    func theZoneIsThatOfTheService(zone: String, table: [PrivateLinkZone], outcome: Outcome) async throws {
        let found = try await findings(zone: zone, in: table)
        #expect(found.map(\.outcome) == [outcome], "\(found.map(\.message))")
    }
}
