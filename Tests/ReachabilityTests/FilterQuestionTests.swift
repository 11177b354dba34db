import Reachability
import Testing
import Topology

/// Questions about many packets at once: what the internet reaches, and who decides.
struct FilterQuestionTests {
    let shell = PacketBox(from: .internet, ports: IntervalSet(22))

    private func decisions(_ rules: String...) throws -> [FilterDecision] {
        Filter(try SecurityGroupText.group(rules), .inbound).decisions(for: shell)
    }

    @Test(arguments: [
        "*", "Any", "any", "Internet", "INTERNET", "0.0.0.0/0", "0.0.0.0/1,128.0.0.0/1,2000::/3",
    ])
    func everySpellingOfEverybodyAdmitsTheInternet(_ source: String) throws {
        let found = try decisions("100 allow in tcp from \(source) ports 20-25")
        #expect(found.map(\.rule.name) == ["r100"])
        #expect(found.first?.certain.sources == AddressSpace.internet)
    }

    @Test func anAllowBehindADenyDecidesNothing() throws {
        let found = try decisions("100 deny in tcp from Internet ports 22", "200 allow in * from *")
        #expect(found.map(\.rule.name) == ["r100"])
    }

    @Test func aDenyOfAPartLeavesTheRest() throws {
        let found = try decisions(
            "100 deny in tcp from 203.0.113.0/24",
            "200 allow in tcp from Internet ports 22"
        )
        #expect(found.map(\.rule.name) == ["r100", "r200"])
        let (denied, allowed) = (found[0].packets.sources, found[1].packets.sources)
        #expect(denied == AddressSet([try #require(AddressPrefix("203.0.113.0/24"))]))
        #expect(denied.union(allowed) == AddressSpace.internet)
        #expect(denied.intersection(allowed).isEmpty)
    }

    @Test func aSiteIsAPartOfTheInternet() throws {
        let found = try decisions("100 allow in tcp from 198.51.100.0/28 ports 22")
        #expect(found.map(\.rule.action) == [.allow, .deny])
        #expect(found[0].certain.sources.count == 16)
        #expect(!found[0].certain.sources.isWide && found[1].certain.sources.isWide)
        #expect(found[0].witness?.source == IPAddress("198.51.100.0"))
    }

    @Test func aPrivateSourceAdmitsNothingOfTheInternet() throws {
        let found = try decisions("100 allow in * from 10.0.0.0/8,VirtualNetwork,AzureLoadBalancer")
        #expect(found.map(\.rule.name) == ["DenyAllInBound"])
    }

    @Test func anUnlistedTagIsNeitherAllowedNorDenied() throws {
        let group = try SecurityGroupText.group(["100 allow in tcp from AzureCloud ports 22"])
        guard case .unknown(let reason, _) = Filter(group, .inbound).verdict(for: shell) else {
            Issue.record("the members of a tag were taken for known")
            return
        }
        #expect(reason.contains("AzureCloud"))
    }

    @Test func oneTagMeansTheSameInEveryRule() throws {
        let found = try decisions("100 deny in * from Storage", "200 allow in tcp from storage ports 22")
        #expect(found.map(\.rule.name) == ["r100", "DenyAllInBound"])
    }

    @Test func whatATagLeavesOfTheInternetIsStillThere() throws {
        let found = try decisions(
            "100 deny in * from AzureCloud",
            "200 allow in tcp from Internet ports 22"
        )
        let allow = try #require(found.first { $0.rule.name == "r200" })
        #expect(!allow.certain.isEmpty)
        #expect(allow.witness?.source == IPAddress("203.0.113.10"))
    }

    @Test func virtualNetworkIsKnownByItsNameAlone() throws {
        let filter = Filter(try SecurityGroupText.group(["100 deny in * from 10.0.0.0/8"]), .inbound)
        let inside = filter.decisions(for: PacketBox(from: .virtualNetwork, ports: IntervalSet(22)))
        #expect(inside.map(\.rule.name) == ["r100", "AllowVnetInBound"])
        // Whether the network has addresses outside 10.0.0.0/8 is not known here.
        #expect(inside.map(\.certain.isEmpty) == [true, true])
    }

    @Test func applicationGroupsPartTheDestinations() throws {
        let rule = """
            {"name": "r100", "properties": {"priority": 100, "access": "Allow", "direction": "Inbound",
             "protocol": "Tcp", "sourceAddressPrefix": "Internet", "sourcePortRange": "*",
             "destinationApplicationSecurityGroups": [{"id": "/asgs/web"}], "destinationPortRange": "22"}}
            """
        let found = Filter(try SecurityGroupText.group(json: rule), .inbound).decisions(for: shell)
        #expect(found.map(\.rule.name) == ["r100", "DenyAllInBound"])
        #expect(found.map(\.isCertain) == [true, true])
    }

    @Test func rulesAreFoundWhereTheyStand() throws {
        let group = try SecurityGroupText.group([
            "300 deny in *", "100 allow in tcp from Internet ports 22",
        ])
        let filter = Filter(group, .inbound)
        #expect(filter.decisions(for: shell).first?.rule.path == "securityRules[1]")
        #expect(filter.rules.last?.isDefault == true)
    }

    @Test(arguments: [
        #""priority": {"$symbolic": "[parameters('p')]"}, "access": "Allow", "direction": "Inbound""#,
        #""priority": 100, "access": {"$symbolic": "x"}, "direction": "Inbound""#,
        #""priority": 100, "access": "Allow", "direction": {"$symbolic": "x"}"#,
        #""access": "Deny", "direction": "Inbound""#,
    ])
    func aRuleThatCannotBePlacedMakesTheAnswerUnknown(_ head: String) throws {
        try expectUnknown(
            """
            {"name": "odd", "properties": {\(head), "protocol": "*", "sourceAddressPrefix": "*",
             "sourcePortRange": "*", "destinationAddressPrefix": "*", "destinationPortRange": "*"}}
            """
        )
    }

    @Test(arguments: [
        #""sourceAddressPrefix": {"$symbolic": "x"}, "destinationPortRange": "22""#,
        #""sourceAddressPrefixes": ["10.0.0.0/8", {"$symbolic": "x"}], "destinationPortRange": "22""#,
        #""sourceAddressPrefix": "300.1.2.3", "destinationPortRange": "22""#,
        #""sourceAddressPrefix": "*", "destinationPortRange": "22-21""#,
        #""sourceAddressPrefix": "*""#,
        #""destinationPortRange": "22""#,
    ])
    func aFieldThatCannotBeReadMakesTheAnswerUnknown(_ fields: String) throws {
        try expectUnknown(
            """
            {"name": "odd", "properties": {"priority": 100, "access": "Allow", "direction": "Inbound",
             "protocol": "*", "sourcePortRange": "*", "destinationAddressPrefix": "*", \(fields)}}
            """
        )
    }

    private func expectUnknown(_ rule: String, _ location: SourceLocation = #_sourceLocation) throws {
        let filter = Filter(try SecurityGroupText.group(json: rule), .inbound)
        guard case .unknown = filter.verdict(for: shell) else {
            Issue.record("what cannot be read was taken for known", sourceLocation: location)
            return
        }
    }
}
