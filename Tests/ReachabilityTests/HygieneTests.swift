import Reachability
import Testing
import Topology

/// What is said of the rules of security groups and firewalls.
struct HygieneTests {
    private static func group(
        _ rules: [String],
        machines: [String] = ["10.1.1.4", "10.1.1.5"]
    ) throws -> RuleHygiene.List {
        var estate = SmallEstate()
        estate.group("n", rules)
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n", "db 10.1.2.0/24"])
        for (index, address) in machines.enumerated() { estate.machine("m\(index)", address, in: "a/web") }
        estate.machine("db", "10.1.2.4", in: "a/db")
        let lists = RuleHygiene(estate.reachable).lists
        return try #require(
            lists.first { $0.kind == (rules.contains { $0.contains(" out ") } ? .outbound : .inbound) }
        )
    }

    private static func kinds(_ list: RuleHygiene.List) -> [String] {
        list.findings.map {
            "\($0.rule.name) \($0.kind.rawValue) \($0.by.map(\.name).joined(separator: ","))"
        }
    }

    @Test func severalRulesTogetherShadowOne() throws {
        let list = try Self.group([
            "100 deny in tcp from * to * ports 0-1000", "110 deny in tcp from * to * ports 1001-65535",
            "120 allow in tcp from 10.1.2.0/24 to * ports 900-1100",
        ])
        #expect(Self.kinds(list).contains("r120 shadowed r100,r110"))
        let finding = try #require(list.findings.first { $0.kind == .shadowed })
        let witness = try #require(finding.witness)
        #expect(witness.destinationPort.map { (900...1100).contains($0) } == true)
    }

    @Test func theSameBeforeItMakesARuleRedundant() throws {
        let list = try Self.group([
            "100 allow in tcp from 10.1.0.0/16 to * ports 22",
            "110 allow in tcp from 10.1.2.0/24 to * ports 22",
        ])
        #expect(Self.kinds(list).contains("r110 redundant r100"))
    }

    @Test func theSameBehindItMakesARuleRedundant() throws {
        let list = try Self.group(["100 allow in tcp from VirtualNetwork to * ports 22"])
        #expect(Self.kinds(list) == ["r100 redundant AllowVnetInBound"])
    }

    @Test func rulesThatCrossConflict() throws {
        let list = try Self.group([
            "100 deny in tcp from 10.1.2.0/24 to * ports *", "110 allow in tcp from * to * ports 443",
        ])
        #expect(Self.kinds(list) == ["r110 conflicting r100"])
        let witness = try #require(list.findings.first?.witness)
        #expect(witness.destinationPort == 443)
        #expect(AddressPrefix("10.1.2.0/24")?.contains(witness.source) == true)
    }

    @Test func anExceptionIsNoConflict() throws {
        let list = try Self.group([
            "100 allow in tcp from 10.1.2.4 to * ports 443", "110 deny in tcp from * to * ports 443",
        ])
        #expect(Self.kinds(list).isEmpty)
    }

    @Test func aTagThatIsInNoListCoversOnlyItself() throws {
        let list = try Self.group([
            "100 deny in tcp from Unheard.Of to * ports 443",
            "110 allow in tcp from Unheard.Of to * ports 443",
            "120 allow in tcp from 20.1.0.0/16 to * ports 443",
        ])
        #expect(Self.kinds(list).contains("r110 shadowed r100"))
        #expect(!Self.kinds(list).contains { $0.hasPrefix("r120 shadowed") })
        #expect(list.findings.first { $0.kind == .shadowed }?.witness == nil)
        #expect(list.rules.first { $0.name.name == "r120" }?.admitted == nil)
    }

    @Test func addressesThatAreNowhereMakeARuleDead() throws {
        let list = try Self.group([
            "100 allow in tcp from 10.99.0.0/24 to * ports 22",
            "110 allow in tcp from 10.1.2.4 to 10.1.9.9 ports 22",
            "120 deny in tcp from 10.1.2.4 to 10.1.1.0/24 ports 22",
        ])
        #expect(Self.kinds(list) == ["r100 dead ", "r110 dead "])
    }

    @Test func aRuleThatCannotBeReadIsNotJudged() throws {
        let list = try Self.group([
            "100 deny in tcp from * to * ports 70000", "110 allow in tcp from 10.1.2.4 to * ports 443",
        ])
        #expect(!Self.kinds(list).contains { $0.hasPrefix("r110") && $0.contains("r100") })
    }

    @Test func admissionsAreCounted() throws {
        let list = try Self.group([
            "100 allow in tcp from 10.1.2.0/24 to * ports 443",
            "110 allow in tcp from 10.2.0.0/16 to * ports 443",
            "4096 deny in * from * to *",
        ])
        let first = try #require(list.rules.first { $0.name.name == "r100" })
        // 256 senders, the 256 addresses of the subnet, one port.
        #expect(first.admitted?.space == 65536)
        // One machine in the other subnet, two here.
        #expect(first.admitted?.endpoints == 2)
        #expect(first.onlyAdmitted == first.admitted)
        let allowVnet = try #require(list.rules.first { $0.name.name == "AllowVnetInBound" })
        #expect(allowVnet.admitted?.space == 0)
    }

    @Test func whatAnotherRuleAdmitsTooIsNotItsOwn() throws {
        let list = try Self.group(["100 allow in tcp from VirtualNetwork to * ports 443"])
        let rule = try #require(list.rules.first { $0.name.name == "r100" })
        #expect(rule.admitted?.endpoints == 4)
        #expect(rule.onlyAdmitted?.endpoints == 0)
    }

    @Test func anythingFromAnywhereIsOverBroad() throws {
        let wide = try Self.group(["100 allow in * from * to *"])
        #expect(Self.kinds(wide).contains("r100 over-broad "))
        let narrow = try Self.group(["100 allow in tcp from Internet to * ports 443"])
        #expect(!Self.kinds(narrow).contains { $0.contains("over-broad") })
    }

    @Test func aGroupThatGuardsNothingSaysSo() throws {
        var estate = SmallEstate()
        estate.group("n", ["100 allow in tcp from 10.99.0.0/24 to * ports 22"])
        let lists = RuleHygiene(estate.reachable).lists
        #expect(lists.map(\.isAttached) == [false, false])
        #expect(lists.flatMap(\.rules).allSatisfy { $0.admitted == nil })
        #expect(!lists.flatMap(\.findings).contains { $0.kind == .dead && $0.rule.name == "r1" })
    }

    // MARK: - Firewalls

    private static func policy(_ collections: [String], parent: [String]? = nil) -> SmallEstate {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        func add(_ name: String, _ collections: [String], _ base: String) {
            estate.add("firewallPolicies", name, base)
            estate.add(
                "firewallPolicies/\(name)/ruleCollectionGroups",
                "g",
                #""priority":100,"ruleCollections":[\#(collections.joined(separator: ","))]"#
            )
        }
        if let parent { add("parent", parent, "") }
        let base =
            parent == nil ? "" : #""basePolicy":{"id":"\#(SmallEstate.id("firewallPolicies", "parent"))"}"#
        add("policy", collections, base)
        return estate
    }

    /// A collection of rules such as `web 10.1.1.0/24 20.0.0.0/8 443`, or of names where `names` is set.
    private static func collection(
        _ name: String,
        _ priority: Int,
        _ action: String,
        _ rules: [String],
        names: Bool = false
    )
        -> String
    {
        let rules = rules.map { line -> String in
            let words = line.split(separator: " ").map(String.init)
            return names
                ? """
                {"name":"\(words[0])","ruleType":"ApplicationRule","sourceAddresses":["\(words[1])"],
                 "targetFqdns":["\(words[2])"],"protocols":[{"protocolType":"Https","port":\(words[3])}]}
                """
                : """
                {"name":"\(words[0])","ruleType":"NetworkRule","ipProtocols":["TCP"],"sourceAddresses":["\(words[1])"],
                 "destinationAddresses":["\(words[2])"],"destinationPorts":["\(words[3])"]}
                """
        }
        return """
            {"name":"\(name)","priority":\(priority),"ruleCollectionType":"FirewallPolicyFilterRuleCollection",
             "action":{"type":"\(action)"},"rules":[\(rules.joined(separator: ","))]}
            """
    }

    private static func firewall(_ estate: SmallEstate, _ name: String = "policy") throws -> RuleHygiene.List
    {
        let lists = RuleHygiene(estate.reachable).lists
        return try #require(lists.first { $0.resource.name == name && $0.kind == .firewall })
    }

    @Test func aFirewallRuleBehindADenyIsShadowed() throws {
        let list = try Self.firewall(
            Self.policy([
                Self.collection("late", 300, "Allow", ["web 10.1.1.0/24 20.1.0.0/16 443"]),
                Self.collection("early", 200, "Deny", ["no 10.1.0.0/16 20.0.0.0/8 *"]),
            ])
        )
        #expect(Self.kinds(list) == ["web shadowed no"])
        #expect(list.findings.first?.witness != nil)
    }

    @Test func aNameBelowAStarIsCoveredByIt() throws {
        let list = try Self.firewall(
            Self.policy([
                Self.collection(
                    "web",
                    200,
                    "Allow",
                    [
                        "star 10.1.0.0/16 *.contoso.com 443", "one 10.1.1.0/24 a.contoso.com 443",
                        "two 10.1.1.0/24 contoso.com 443",
                    ],
                    names: true
                )
            ])
        )
        #expect(Self.kinds(list) == ["one redundant star"])
    }

    @Test func aNetworkRuleComesBeforeNames() throws {
        let list = try Self.firewall(
            Self.policy([
                Self.collection("names", 100, "Allow", ["site 10.1.1.0/24 www.contoso.com 443"], names: true),
                Self.collection("net", 200, "Allow", ["open 10.1.0.0/16 * 443"]),
            ])
        )
        #expect(Self.kinds(list).contains("site redundant open"))
    }

    @Test func aParentsRulesAreContext() throws {
        let estate = Self.policy(
            [Self.collection("mine", 100, "Allow", ["web 10.1.1.0/24 20.1.0.0/16 443"])],
            parent: [Self.collection("theirs", 900, "Deny", ["no 10.1.0.0/16 20.0.0.0/8 *"])]
        )
        let list = try Self.firewall(estate)
        #expect(list.rules.map(\.name.name) == ["web"])
        #expect(Self.kinds(list) == ["web shadowed no"])
        #expect(Self.kinds(try Self.firewall(estate, "parent")).allSatisfy { !$0.hasPrefix("web") })
    }
}
