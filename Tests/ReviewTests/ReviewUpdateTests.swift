import Ingest
import JSON
import Review
import Rules
import Samples
import Testing
import Topology

/// Laying a changed review over findings gives what laying it anew gives.
struct ReviewUpdateTests {
    private static func drifted() async throws -> (Topology, Assessment) {
        let sample = try #require(Sample.named("drifted"))
        let topology = try Reader.read([.bytes(name: "drifted", sample.bytes)]).topology
        return (topology, await Assessment(of: topology))
    }

    private static func edit(_ findings: [Finding], _ random: inout Chance) throws -> ReviewEdit {
        let finding = try #require(findings.randomElement(using: &random))
        let own = finding.resource?.id.text ?? ""
        let resource =
            [own, own, own.uppercased(), "*", "*/virtualNetworks/*", "/nowhere"]
            .randomElement(using: &random) ?? own
        let control =
            [finding.control.id, finding.control.id.lowercased(), "X9-99"]
            .randomElement(using: &random) ?? ""
        var decision = Decision(control: control, resource: resource, kind: .accepted, reason: "because")
        decision.reason = Bool.random(using: &random) ? "because" : ""
        decision.expires = [nil, Day("2026-01-01"), Day("2027-01-01")].randomElement(using: &random) ?? nil
        let reply = Answer.Reply.allCases.randomElement(using: &random) ?? .no
        let answer = Answer(
            control: control,
            resource: Bool.random(using: &random) ? nil : resource,
            answer: reply
        )
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .withdrawDecision(decision.subject)
        case 1: return .withdrawAnswer(answer.subject)
        case 2, 3: return .answer(answer)
        default: return .decide(decision)
        }
    }

    @Test func incrementalIsAsFromScratch() async throws {
        let (topology, assessment) = try await Self.drifted()
        let today = try #require(Day("2026-06-01"))
        let map = ArchitectureMap(of: topology)
        var random = Chance(7)
        var document = ReviewDocument(estate: "drifted")
        var reviewed = ReviewedAssessment(assessment, review: document, today: today)
        var walk = Walk(reviewed)
        var state = ArchitectureState(map, reviewed)
        let open = assessment.findings.filter { [.fail, .unknown, .manual].contains($0.outcome) }
        for _ in 0..<80 {
            document = document.applying(try Self.edit(open, &random))
            let changes = reviewed.update(to: document, today: today)
            walk.update(changes, in: reviewed)
            state.update(changes, in: reviewed)

            let scratch = ReviewedAssessment(assessment, review: document, today: today)
            #expect(reviewed.findings.map(Word.init) == scratch.findings.map(Word.init))
            let newWalk = Walk(scratch)
            #expect(walk.stops.map(\.state) == newWalk.stops.map(\.state))
            #expect(
                walk.stops.map { $0.findings.map(Word.init) }
                    == newWalk.stops.map { $0.findings.map(Word.init) }
            )
            let newState = ArchitectureState(map, scratch)
            for step in Walk.Step.allCases {
                #expect(state.counts(of: step) == newState.counts(of: step))
                #expect(state.state(of: step) == newState.state(of: step))
            }
            for box in map.boxes {
                #expect(state.findings(at: box).map(Word.init) == newState.findings(at: box).map(Word.init))
            }
        }
        let later = try #require(Day("2028-01-01"))
        _ = reviewed.update(to: document, today: later)
        let scratch = ReviewedAssessment(assessment, review: document, today: later)
        #expect(reviewed.findings.map(Word.init) == scratch.findings.map(Word.init))
    }

    /// The last one about exactly the resource, else the last glob; the last answer.
    @Test func whatCountsIsWhatTheFileSaysLast() async throws {
        let (_, assessment) = try await Self.drifted()
        let failure = try #require(
            assessment.findings.first { $0.control.id == "E1-01" && $0.outcome == .fail }
        )
        let id = try #require(failure.resource).id.text
        var document = ReviewDocument(estate: "drifted")
        for (resource, reason) in [
            ("*", "glob"), (id.uppercased(), "exact"), ("*connections*", "later glob"),
        ] {
            document = document.applying(
                .decide(Decision(control: "e1-01", resource: resource, kind: .accepted, reason: reason))
            )
        }
        let reviewed = ReviewedAssessment(assessment, review: document, today: .epoch)
        let found = try #require(reviewed.findings.first { $0.finding.fingerprint == failure.fingerprint })
        #expect(found.decision?.reason == "exact")
        #expect(found.outcome == .waived)
    }

    @Test(arguments: [(Answer.Reply.yes, Walk.Stop.State.settled), (.no, .attention), (.unknown, .attention)])
    func anAnswerOtherThanYesKeepsItsStopMarked(reply: Answer.Reply, expected: Walk.Stop.State) async throws {
        let (_, assessment) = try await Self.drifted()
        let answer = Answer(control: "E5-20", answer: reply)
        let document = ReviewDocument(estate: "drifted").applying(.answer(answer))
        let reviewed = ReviewedAssessment(assessment, review: document, today: .epoch)
        let walk = Walk(reviewed)
        let index = try #require(walk.stops.firstIndex { $0.control.id == "E5-20" })
        #expect(walk.stops[index].state == expected)
        #expect(walk.nextOpen(from: index) != index)
        #expect(reviewed.counts.answered == 1)
        #expect(reviewed.counts.attention == (reply == .yes ? 0 : 1))
        #expect(reviewed.counts.total == assessment.findings.count)
    }

    /// What is compared of a finding.
    private struct Word: Hashable {
        let finding: String
        let decision: Decision?
        let standing: Decision.Standing?
        let answer: Answer?

        init(_ reviewed: ReviewedFinding) {
            finding = reviewed.finding.fingerprint
            decision = reviewed.decision
            standing = reviewed.standing
            answer = reviewed.answer
        }
    }
}

/// Keys of other programs, and what an answer carries.
struct ReviewKeepingTests {
    @Test func keysOfOthersOutliveAChange() throws {
        let text = """
            [[decision]]
            ticket = [
              "A", # one
              { control = "x" },
            ]
            control = "E1-01"
            meta.a = 1
            resource = "/r"
            meta.b = 2
            decision = "planned"
            reason = "old"

            [decision.more]
            control = "not ours"

            [[answer]]
            control = "E1-20"
            asked-by = "audit"
            answer = "no"
            """
        let review = try ReviewDocument(text: text, file: "r.toml")
        let decided = review.applying(
            .decide(Decision(control: "E1-01", resource: "/r", kind: .fixed, reason: "new"))
        )
        let answered = decided.applying(
            .answer(
                Answer(control: "E1-20", answer: .yes, owner: "net", answered: "2026-11-24T10:00:00Z")
            )
        )
        let expected = """
            [[decision]]
            control = "E1-01"
            resource = "/r"
            decision = "fixed"
            reason = "new"
            ticket = [
              "A", # one
              { control = "x" },
            ]
            meta.a = 1
            meta.b = 2

            [decision.more]
            control = "not ours"

            [[answer]]
            control = "E1-20"
            answer = "yes"
            owner = "net"
            answered = 2026-11-24T10:00:00Z
            asked-by = "audit"

            """
        #expect(answered.text == expected)
        let again = try ReviewDocument(text: answered.text, file: "r.toml")
        #expect(again.answers.map(\.owner) == ["net"])
        #expect(again.answers.map(\.answered) == ["2026-11-24T10:00:00Z"])
        #expect(again.decisions.map(\.reason) == ["new"])
    }
}
