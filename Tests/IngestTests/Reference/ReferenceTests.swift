import CEmbedded
import Foundation
import JSON
import Testing
import Topology

@testable import Ingest

/// The expected values were taken from the published files with another program.
@Suite("Reference data") struct ReferenceTests {
    static let folder = CorpusTests.root + "/../reference"

    static func embedded(_ name: String) -> [UInt8] {
        var count = 0
        let start = embedded_reference(&count)
        let file = UnsafeBufferPointer(start: start, count: count).first { String(cString: $0.name) == name }
        return file.map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.count)) } ?? []
    }

    @Test("what is compiled in stays below 600 KB")
    func size() {
        let sizes = ["private-dns-zones", "roles", "service-tags"].map { Self.embedded($0).count }
        #expect(sizes.allSatisfy { $0 > 1_000 })
        #expect(sizes.reduce(0, +) < 600_000, "\(sizes)")
    }

    /// To carry a newer list, put its file and day here and write what the encoder gives over `service-tags.bin`.
    @Test("the snapshot is what the encoder makes of the published file")
    func snapshot() throws {
        let path = "\(Self.folder)/ServiceTags_Public_20251028.json"
        let data = try #require(FileManager.default.contents(atPath: path))
        let root = try #require(JSONDocument(name: path, bytes: Array(data)).root)
        let made = ServiceTagEncoder(root, day: "2025-10-28").bytes
        #expect(made == Self.embedded("service-tags"))
    }

    @Test(
        "spot values of tags, whole and regional, in any case",
        arguments: [
            ("ActionGroup", 324, "4.145.74.52/30"), ("storage", 574, "13.65.107.32/28"),
            ("Storage.WestEurope", 98, "13.95.240.32/28"), ("AZURECLOUD.westeurope", 462, "4.231.0.0/17"),
        ]
    )
    func tags(_ name: String, _ count: Int, _ prefix: String) throws {
        let table = try #require(try Self.topology("[]").serviceTags)
        let prefixes = try #require(table.prefixes(of: ServiceTag(name)))
        let wanted = try #require(AddressPrefix(prefix))
        #expect(prefixes.contains(wanted), "\(prefixes.prefix(5))")
        #expect(prefixes.count == count)
    }

    @Test("the snapshot has its day, every tag, and none for what has no fixed addresses")
    func table() throws {
        let table = try #require(try Self.topology("[]").serviceTags)
        guard case .snapshot(let day) = table.origin else {
            Issue.record("not the snapshot")
            return
        }
        #expect(day == "2025-10-28")
        #expect(table.changeNumber == 375)
        #expect(table.tags.count == 3_039)
        #expect(table.tags.compactMap { table.prefixes(of: $0)?.count }.reduce(0, +) == 93_362)
        for name in ["Internet", "VirtualNetwork", "AzureLoadBalancer", "nothing"] {
            #expect(table.prefixes(of: ServiceTag(name)) == nil)
        }
    }

    @Test("a list in the estate counts instead, the newest of several")
    func override() throws {
        func list(_ number: Int, _ cloud: String, _ prefix: String) -> String {
            #"{"changeNumber": \#(number), "cloud": "\#(cloud)", "values": [{"name": "Storage", "id": "Storage", "properties": {"addressPrefixes": ["\#(prefix)", "junk"]}}]}"#
        }
        let topology = try Self.topology("[\(list(2, "A", "10.0.0.0/8")),\(list(9, "B", "192.0.2.0/24"))]")
        let table = try #require(topology.serviceTags)
        #expect(table.prefixes(of: ServiceTag("Storage")) == [try #require(AddressPrefix("192.0.2.0/24"))])
        #expect(table.changeNumber == 9)
        guard case .input(let position) = table.origin else {
            Issue.record("not the input")
            return
        }
        #expect(position.file == "in.json")
    }

    @Test("hostile bytes are no table and no trap", arguments: 0..<3)
    func mutations(_ part: Int) {
        var dice = Dice(state: UInt64(part) &+ 5)
        let seed = Array(Self.embedded("service-tags").prefix(6_000))
        for _ in 0..<150 { _ = ServiceTagSnapshot.table(FuzzTests.mutate(seed, &dice)) }
        #expect(ServiceTagSnapshot.table(seed) == nil)
        #expect(ServiceTagSnapshot.table([]) == nil)
    }

    @Test("built-in roles resolve where the estate does not define them; its own definitions count first")
    func roles() throws {
        let contributor = "4d97b98b-1d4f-4787-a291-c67834d212e7"
        let found = try Self.topology("[]").roleDefinitions.first { $0.id.name == contributor }
        #expect(found?.roleName == .set("Network Contributor"))
        #expect(found?.permissions.first?.actions.contains("Microsoft.Network/*") == true)
        let own =
            #"{"id": "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/\#(contributor)", "properties": {"roleName": "Mine"}}"#
        let defined = try Self.topology("[\(own)]").roleDefinitions.filter { $0.id.name == contributor }
        #expect(defined.map(\.roleName) == [.set("Mine")])
        #expect(try Self.topology("[]").roleDefinitions.count == 96)
    }

    @Test("private link zones")
    func zones() throws {
        let zones = try Self.topology("[]").privateLinkZones
        #expect(zones.count == 89)
        let blob = try #require(zones.first { $0.name == "privatelink.blob.core.windows.net" })
        #expect(blob.groupIDs.contains("blob"))
        #expect(blob.types.contains("Microsoft.Storage/storageAccounts"))
    }

    @Test("effective routes and rules are kept beside the estate")
    func overlays() throws {
        let text = """
            [{"id": "/subscriptions/s"},
            {"value": [{"addressPrefix": ["10.0.0.0/16"], "nextHopIpAddress": ["10.9.0.4"], "nextHopType":
            "VirtualAppliance", "source": "User", "state": "Active"}]},
            {"value": [{"association": {"subnet": {"id": "/sub"}}, "networkSecurityGroup": {"id": "/nsg"},
            "effectiveSecurityRules": [{"name": "r", "priority": 100, "direction": "Inbound", "access": "Allow",
            "protocol": "Tcp", "sourceAddressPrefix": "Storage", "expandedSourceAddressPrefix": ["20.0.0.0/8"],
            "destinationPortRange": "22-22"}]}]},
            {"value": [{"asPath": "65001", "localAddress": "10.0.0.4", "network": "192.168.0.0/24",
            "nextHop": "10.1.0.254", "origin": "EBgp"}]}]
            """
        let overlays = try Self.topology(text).overlays
        #expect(overlays.routes.map(\.holder) == [.interface, .gateway])
        let route = try #require(overlays.routes.first?.routes.first)
        #expect(route.nextHops == ["10.9.0.4"])
        #expect(route.prefixes == [AddressTerm("10.0.0.0/16")])
        #expect(overlays.routes.last?.routes.first?.autonomousSystemPath == .set("65001"))
        let group = try #require(overlays.securityGroups.first)
        #expect(group.subnet == .set(ResourceID("/sub")))
        #expect(group.rules.first?.sourceAddresses == [AddressTerm("20.0.0.0/8")])
        #expect(group.rules.first?.access == .set(.allow))
    }

    static func topology(_ text: String) throws -> Topology {
        let base = #"{"id": "/subscriptions/s"}"#
        return try Reader.read([
            .bytes(name: "base.json", Array(base.utf8)), .bytes(name: "in.json", Array(text.utf8)),
        ]).topology
    }
}
