import Testing

@testable import Canvas

@Suite struct FuzzyTests {
    private func best(_ query: String, _ candidates: [String]) -> [String] {
        FuzzyMatch.rank(query, candidates).map { candidates[$0.index] }
    }

    @Test func onlySubsequencesMatch() {
        #expect(FuzzyMatch("vh", in: "vnet-hub") != nil)
        #expect(FuzzyMatch("hv", in: "vnet-hub") == nil)
        #expect(FuzzyMatch("hub vnet", in: "vnet-hub") != nil)
        #expect(FuzzyMatch("vnett", in: "vnet") == nil)
        #expect(FuzzyMatch("x", in: "") == nil)
        #expect(FuzzyMatch("", in: "vnet")?.score == 0)
    }

    @Test func whatIsNearerComesFirst() {
        #expect(
            best("hub", ["thumb-hurry", "vnet-hub", "hub", "hub-2"]) == [
                "hub", "hub-2", "vnet-hub", "thumb-hurry",
            ]
        )
        #expect(best("fw", ["afew", "firewall-fw", "forward"]).first == "firewall-fw")
        #expect(best("ot", ["footer", "Open topology"]).first == "Open topology")
        #expect(
            best("nsg", ["NetworkSecurityGroup", "unsung", "nsg-web"]) == [
                "nsg-web", "NetworkSecurityGroup", "unsung",
            ]
        )
    }

    @Test func letterCaseDoesNotMatter() {
        #expect(FuzzyMatch("HUB", in: "vnet-hub")?.positions == [5, 6, 7])
        #expect(FuzzyMatch("été", in: "ÉTÉ")?.positions == [0, 1, 2])
    }

    @Test func positionsCountCharacters() {
        #expect(FuzzyMatch("名", in: "👩\u{200D}💻日名")?.positions == [2])
        #expect(FuzzyMatch("ot", in: "Open topology")?.positions == [0, 5])
    }

    @Test func equalFitsKeepTheirOrder() {
        #expect(best("a", ["ab", "ac", "ad"]) == ["ab", "ac", "ad"])
        #expect(best("", ["b", "a"]) == ["b", "a"])
    }

    /// Found letters spell the query in order, whatever the candidate.
    @Test func foundLettersSpellTheQuery() {
        var chance = Chance(7)
        let letters = Array("abAB- é日")
        for _ in 0..<5_000 {
            let candidate = String(
                (0..<Int.random(in: 0...20, using: &chance)).map { _ in
                    letters.randomElement(using: &chance) ?? "a"
                }
            )
            let word = String((0..<3).map { _ in Array("abé").randomElement(using: &chance) ?? "a" })
            var rest = Substring(candidate.lowercased())
            let isSubsequence = word.allSatisfy { letter in
                guard let place = rest.firstIndex(of: letter) else { return false }
                rest = rest[rest.index(after: place)...]
                return true
            }
            let match = FuzzyMatch(word, in: candidate)
            #expect((match != nil) == isSubsequence)
            let characters = Array(candidate)
            if let match {
                #expect(String(match.positions.map { characters[$0] }).lowercased() == word)
            }
        }
    }
}
