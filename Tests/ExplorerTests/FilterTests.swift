import Canvas
import Rules
import Testing
import Topology

@testable import Explorer
@testable import Review

/// One grammar for every view.
@Suite struct FilterTests {
    /// What is typed, and the names of the resources it leaves.
    static let resources: [(String, Set<String>)] = [
        (
            "",
            [
                "contoso", "5ub1", "vnet-hub", "GatewaySubnet", "snet-app", "nsg-app", "ssh-any",
                "cn-branch",
                "nic-web", "vm-web", "st\u{1B}[31mevil\u{202E}",
            ]
        ),
        ("type:nsg", ["nsg-app"]),
        ("type:vnet,nic", ["vnet-hub", "nic-web"]),
        ("type:subnet", ["GatewaySubnet", "snet-app"]),
        ("type:virtualMach", ["vm-web"]),
        ("rg:app type:vm", ["vm-web"]),
        ("group:rg-app !type:storage", ["nic-web", "vm-web"]),
        ("ip:10.0.1.4 type:subnet", ["snet-app"]),
        ("ip:10.0.0.0/8 type:nic", ["nic-web"]),
        ("ip:192.168.0.0/16", []),
        ("port:22", ["nsg-app", "ssh-any"]),
        ("port:23", []),
        ("tag:env=prod", ["vnet-hub"]),
        ("tag:ENV", ["vnet-hub", "nic-web"]),
        ("region:north", ["nic-web", "vm-web", "st\u{1B}[31mevil\u{202E}"]),
        ("VNET-hub !subnet", ["vnet-hub"]),
        ("\"nsg-app\" !port:22", []),
        ("sev:critical", ["nsg-app"]),
        ("sev:high+", ["nsg-app", "cn-branch"]),
        ("step:1", ["cn-branch"]),
        ("outcome:pass", ["vnet-hub"]),
        ("vnet:hub type:nic", ["nic-web"]),
        ("vnet:hub type:vm", []),
        ("sub:5ub1 type:vm", ["vm-web"]),
        ("sub:CORP type:vm", ["vm-web"]),
        ("sub:sub-* type:vm", ["vm-web"]),
        ("sub:*corp type:vm", ["vm-web"]),
        ("sub:corp* type:vm", []),
    ]

    @Test(arguments: resources) func keepsResources(typed: String, expected: Set<String>) throws {
        let estate = try SmallEstate.estate()
        let filter = Filter(typed)
        #expect(filter.problems.isEmpty)
        let names = filter.resources(of: estate).map { String(estate.index.resources[$0].id.name) }
        #expect(Set(names) == expected)
    }

    /// What is typed, and the controls of the findings it leaves.
    static let findings: [(String, [String])] = [
        ("", ["S1-01", "E1-02", "E1-20", "E3-01"]),
        ("sev:high", ["E1-02"]),
        ("!sev:high+", ["E1-20", "E3-01"]),
        ("step:1", ["E1-02", "E1-20"]),
        ("step:3,1 outcome:fail", ["S1-01", "E1-02"]),
        ("control:e1", ["E1-02", "E1-20"]),
        ("control:dh-group", ["E1-02"]),
        ("outcome:manual,pass", ["E1-20", "E3-01"]),
        ("type:nsg", ["S1-01"]),
        ("port:22", ["S1-01"]),
        ("tag:env=prod", ["E3-01"]),
        ("decision:none diffie", ["E1-02"]),
        ("decision:accepted", []),
        ("\"port 22\"", ["S1-01"]),
    ]

    @Test(arguments: findings) func keepsFindings(typed: String, expected: [String]) throws {
        let estate = try SmallEstate.estate()
        let kept = Filter(typed).findings(of: estate).map { estate.findings[$0].finding.control.id }
        #expect(kept == expected)
    }

    /// What is mistyped, and what the message must offer.
    static let mistakes: [(String, String)] = [
        ("sve:high", "sev:"), ("sev:hihg", "high"), ("sev:", "sev:high+"), ("stp:2", "step:"),
        ("step:9", "1 to 5"), ("step:x", "1 to 5"), ("outcome:passed", "pass"), ("ip:10.0.0", "10.1.0.0/16"),
        ("ip:10.0.0.0/33", "10.1.0.0/16"), ("port:ssh", "65535"), ("port:70000", "65535"),
        ("decision:acepted", "accepted"), ("xyzzyplugh:1", "there are"), ("type:,", "value"),
    ]

    @Test(arguments: mistakes) func offersWhatWasMeant(typed: String, offered: String) {
        let filter = Filter(typed)
        #expect(filter.terms.isEmpty)
        #expect(filter.problems.count == 1)
        #expect(filter.problems.first?.message.contains(offered) == true, "\(filter.problems)")
    }

    @Test func aMistakeHidesNothing() throws {
        let estate = try SmallEstate.estate()
        #expect(Filter("sve:high").findings(of: estate).count == estate.findings.count)
        #expect(Filter("sve:high step:1").findings(of: estate).count == 2)
    }

    @Test func anyTextIsRead() {
        var random = Seeded(7)
        let pieces = Array("sev:high+!\"',: \t/=*🦊é\u{202E}ip:::port10.0.0.0/8tag=step9")
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }
            )
            let filter = Filter(text)
            #expect(filter.text == text)
            let isBlank = text.allSatisfy { $0.isWhitespace || $0 == "!" || $0 == "\"" }
            if isBlank { #expect(filter.problems.isEmpty) }
        }
    }

    @Test func completesTheWordBeingTyped() {
        #expect(FilterKey.completed("sev:high ou") == "sev:high outcome:")
        #expect(FilterKey.completed("!po") == "!port:")
        #expect(FilterKey.completed("s") == "s")
        #expect(FilterKey.completed("") == "")
    }
}

/// A generator that gives the same numbers in every run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// One pass over all rows finds what looking at each row finds.
@Suite struct SearchKeysTests {
    @Test func agreesWithLookingAtEachRow() {
        var random = Seeded(3)
        let letters = Array("abAB-/")
        func word(_ length: ClosedRange<Int>) -> String {
            String(
                (0..<Int.random(in: length, using: &random)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &random)]
                }
            )
        }
        for _ in 0..<300 {
            let rows = (0..<Int.random(in: 0...30, using: &random)).map { _ in (word(0...12), word(0...6)) }
            var keys = SearchKeys()
            for (one, other) in rows { keys.append(one, other) }
            let wanted = word(0...4).lowercased()
            let expected = rows.map {
                wanted.isEmpty || $0.lowercased().contains(wanted) || $1.lowercased().contains(wanted)
            }
            #expect(keys.rows(containing: Array(wanted.utf8)) == expected)
            for row in rows.indices {
                #expect(keys.row(row, contains: Array(wanted.utf8)) == expected[row])
            }
        }
    }
}
