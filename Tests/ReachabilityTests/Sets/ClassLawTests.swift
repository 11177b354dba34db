import EstateSupport
import Ingest
import JSON
import Reachability
import Testing
import Topology

/// What must not change an answer, and what may change it one way only.
struct ClassLawTests {
    static let services = SetDifferentialTests.services

    /// Every verdict of an estate, by the names and addresses of the ends.
    static func answers(_ network: Network, _ services: [Service] = services) -> [String: String] {
        let map = ReachabilityMap(network)
        var answers: [String: String] = [:]
        for sender in map.table.sites.indices where map.table.sites[sender].initiates {
            let rows = map.rows(from: sender, services)
            for receiver in map.table.sites.indices where receiver != sender {
                let word = rows.map { $0.certain[receiver] ? "a" : $0.possible[receiver] ? "u" : "d" }
                    .joined()
                let (from, to) = (map.table.sites[sender], map.table.sites[receiver])
                answers["\(from.id.name.lowercased()) to \(to.id.name.lowercased()) \(to.address)"] = word
            }
        }
        return answers
    }

    static func answers(_ text: String) throws -> [String: String] {
        answers(Network(try Reader.read([.bytes(name: "law", Array(text.utf8))]).topology))
    }

    static let plain = LawEstate().text

    @Test func thereIsSomethingToChange() throws {
        let words = try Self.answers(Self.plain).values
        #expect(words.contains { $0.contains("a") } && words.contains { $0.contains("d") })
        #expect(words.contains { $0.contains("u") })
    }

    @Test func theOrderOfTheInputDoesNotMatter() throws {
        var random = RandomSource(seed: 7)
        for seed in 0..<3 as Range<UInt64> {
            let text = RandomEstate.text(seed: seed)
            let rows = try #require(
                JSONDocument(name: "law", text: text).root?.member("data")?.elements.map(\.text)
            )
            let shuffled = "{\"data\":[\(rows.shuffled(using: &random).joined(separator: ","))]}"
            #expect(try Self.answers(shuffled) == Self.answers(text))
        }
    }

    @Test func namesDoNotMatter() throws {
        let other = Self.plain.replacing("/nsg-", with: "/Group-").replacing("\"nsg-", with: "\"Group-")
            .replacing("/rg/", with: "/RG-OTHER/")
        #expect(other != Self.plain)
        #expect(try Self.answers(other) == Self.answers(Self.plain))
    }

    @Test func theCaseOfIdsDoesNotMatter() throws {
        let other = Self.plain.replacing("networkSecurityGroups/nsg", with: "NETWORKSECURITYGROUPS/NSG")
        #expect(other != Self.plain)
        #expect(try Self.answers(other) == Self.answers(Self.plain))
    }

    @Test func aPrefixInHalvesIsThePrefix() throws {
        let whole = LawEstate(sources: ["10.1.0.0/24"])
        let halves = LawEstate(sources: ["10.1.0.0/25", "10.1.0.128/25"])
        #expect(try Self.answers(halves.text) == Self.answers(whole.text))
    }

    @Test func aPortRangeInPartsIsTheRange() throws {
        let whole = LawEstate(ports: ["20-443"])
        let parts = LawEstate(ports: ["20-24", "25", "26-443"])
        #expect(try Self.answers(parts.text) == Self.answers(whole.text))
    }

    @Test func aShadowedRuleDecidesNothing() throws {
        let shadowed = LawEstate.rule(4000, "Deny", "10.1.0.0/24", "22")
        #expect(try Self.answers(LawEstate(more: [shadowed]).text) == Self.answers(Self.plain))
    }

    @Test(arguments: ["10.1.0.4", "10.1.0.0/24", "*", "VirtualNetwork", "NoSuchTag"], ["22", "*", "80-443"])
    func anotherAllowNeverTakesReachAway(source: String, ports: String) throws {
        let before = try Self.answers(Self.plain)
        let allow = LawEstate.rule(90, "Allow", source, ports)
        let after = try Self.answers(LawEstate(more: [allow]).text)
        for (pair, word) in before {
            let wider = try #require(after[pair])
            for (old, new) in zip(word, wider) where old == "a" { #expect(new == "a", "\(pair)") }
            for (old, new) in zip(word, wider) where old == "u" { #expect(new != "d", "\(pair)") }
        }
    }

    @Test(arguments: ["10.1.0.4", "10.1.0.0/24", "*", "VirtualNetwork"], ["22", "*", "80-443"])
    func anotherDenyNeverAddsReach(source: String, ports: String) throws {
        let before = try Self.answers(Self.plain)
        let deny = LawEstate.rule(90, "Deny", source, ports)
        let after = try Self.answers(LawEstate(more: [deny]).text)
        for (pair, word) in before {
            let narrower = try #require(after[pair])
            for (old, new) in zip(word, narrower) where old == "d" { #expect(new == "d", "\(pair)") }
        }
    }

    @Test func aCloneFaresAsItsModel() throws {
        let before = try Self.answers(Self.plain)
        let after = try Self.answers(LawEstate(clones: 1).text)
        for (pair, word) in before { #expect(after[pair] == word, "\(pair)") }
        #expect(after["clone to a-0 10.0.0.4"] == after["b-0 to a-0 10.0.0.4"])
        #expect(after["a-0 to clone 10.1.0.99"] == after["a-0 to b-0 10.1.0.4"])
    }

    @Test(arguments: 0..<12)
    func aClassFaresAsItsMembers(seed: UInt64) throws {
        let map = ReachabilityMap(try RandomEstate.network(seed: seed))
        for number in 0..<map.classCount {
            let members = map.members(ofClass: number)
            guard let first = members.first, map.table.sites[first].initiates else { continue }
            let one = map.rows(from: first, Self.services)
            for member in members.dropFirst() {
                let other = map.rows(from: member, Self.services)
                for receiver in map.table.sites.indices where receiver != first && receiver != member {
                    for (left, right) in zip(one, other) {
                        #expect(left.certain[receiver] == right.certain[receiver])
                        #expect(left.possible[receiver] == right.possible[receiver])
                    }
                }
            }
        }
    }
}

/// Two peered networks with two machines each, guarded by one group with rules of every kind.
struct LawEstate {
    var sources = ["10.1.0.0/24"]
    var ports = ["20-443"]
    var more: [String] = []
    var clones = 0

    static func rule(_ priority: Int, _ access: String, _ source: String, _ ports: String) -> String {
        EstateText.rule(priority, "\"\(access)\"", from: [source], ports: [ports])
    }

    var text: String {
        let rules = [
            EstateText.rule(100, "\"Allow\"", from: sources, ports: ports),
            Self.rule(200, "Deny", "10.1.0.5", "*"),
            Self.rule(300, "Allow", "NoSuchTag", "8443"), Self.rule(400, "Deny", "10.0.0.5", "1000-2000"),
        ]
        var rows = [EstateText.group("nsg-a", rules + more)]
        for (name, base, other, far) in [("a", "10.0", "b", "10.1"), ("b", "10.1", "a", "10.0")] {
            let guarded =
                name == "a"
                ? ",\"networkSecurityGroup\":\(EstateText.link("networkSecurityGroups/nsg-a"))" : ""
            rows.append(
                EstateText.network(
                    name,
                    "\(base).0.0/16",
                    [("s", "\"addressPrefix\":\"\(base).0.0/24\"\(guarded)")],
                    peerings: [EstateText.peering(other, "\(far).0.0/16", access: name == "a")]
                )
            )
            for host in 0..<2 {
                rows.append(EstateText.interface("\(name)-\(host)", "\(base).0.\(host + 4)", name, "s"))
            }
        }
        if clones > 0 { rows.append(EstateText.interface("clone", "10.1.0.99", "b", "s")) }
        return EstateText.export(rows)
    }
}
