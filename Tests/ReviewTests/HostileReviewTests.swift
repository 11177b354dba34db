import Review
import Testing

/// Review files that were broken by chance: refused, or edited without breaking them further.
@Suite struct HostileReviewTests {
    private static let good = """
        schema = "bulkhead.review/1"
        tags = [
          [1],
        ]
        # one
        [[decision]]
        control = "E2-06"
        resource = "/r"
        decision = "accepted"
        reason = '''
        [[answer]]
        # '''
        expires = 2027-03-31

        [[answer]]
        control = "E1-20"
        answer = "yes"
        # end
        """
    private static let tokens = [
        "[", "]", "[[", "]]", "{", "}", "=", ",", "\n", "\r\n", "\"", "'", "'''", "\"\"\"", "\\", "#", "[=]",
        "[x]\n",
        "[[decision]]\n", "decision = 1\n", "10:99:00", "\u{0}", "é",
    ]

    @Test(arguments: 0..<4)
    func anEditOfWhatIsAcceptedIsAccepted(seed: Int) throws {
        var chance = Chance(UInt64(seed))
        let decision = Decision(control: "S1-01", resource: "/new", kind: .planned, reason: "x")
        for _ in 0..<1000 {
            var bytes = Array(Self.good.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0...2, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.remove(at: place)
                default:
                    let token = Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &chance)]
                    bytes.insert(contentsOf: Array(token.utf8), at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let review = try? ReviewDocument(text: text, file: "r.toml") else { continue }
            let edited = review.applying(.decide(decision))
            try #require(edited.text.utf8.starts(with: text.utf8), "\(text.debugDescription)")
            let again = try ReviewDocument(text: edited.text, file: "r.toml")
            try #require(again.decisions == review.decisions + [decision], "\(text.debugDescription)")
            for old in review.decisions {
                let gone = review.applying(.withdrawDecision(old.subject))
                let left = try ReviewDocument(text: gone.text, file: "r.toml")
                try #require(left.answers == review.answers, "\(text.debugDescription)")
                try #require(left.decisions.count == review.decisions.count - 1, "\(text.debugDescription)")
            }
        }
    }
}
