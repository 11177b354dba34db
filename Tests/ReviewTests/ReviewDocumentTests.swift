import JSON
import Review
import Testing
import Topology

struct ReviewDocumentTests {
    private static let written = """
        # Kept by hand.
        schema = "bulkhead.review/1"
        estate = "contoso"
        team = "networks"

        # The branch in Oslo.
        [[decision]]
        control = "E2-06"
        resource = "/subscriptions/s/connections/cn-branch"
        decision = "accepted"
        reason = '''
        [[decision]] in a string is no header
        '''
        decided = 2026-11-24T10:00:00Z
        expires = 2027-03-31

        [[answer]]
        control = "E1-20"
        answer = "yes"
        note = "Every 90 days"
        """

    @Test func readsWhatPeopleWrite() throws {
        let review = try ReviewDocument(text: Self.written, file: "review.toml")
        #expect(review.estate == "contoso")
        #expect(review.diagnostics.isEmpty)
        let decision = try #require(review.decisions.first)
        #expect(review.decisions.count == 1)
        #expect(decision.kind == .accepted)
        #expect(decision.expires == Day("2027-03-31"))
        #expect(decision.decided == "2026-11-24T10:00:00Z")
        #expect(review.answers == [Answer(control: "E1-20", answer: .yes, note: "Every 90 days")])
    }

    @Test func anEditLeavesEveryOtherByteAlone() throws {
        let review = try ReviewDocument(text: Self.written, file: "review.toml")
        let added = Decision(
            control: "S1-01",
            resource: "/a/\"odd\"\n",
            kind: .planned,
            reason: "next \\ week"
        )
        let edited = review.applying(.decide(added))
        #expect(edited.text.hasPrefix(Self.written))
        let again = try ReviewDocument(text: edited.text, file: "review.toml")
        #expect(again.decisions.last == added)
        #expect(again.applying(.withdrawDecision(added.subject)).decisions == review.decisions)
    }

    @Test func replacingKeepsTheCommentAndTheNeighbours() throws {
        let review = try ReviewDocument(text: Self.written, file: "review.toml")
        var decision = try #require(review.decisions.first)
        decision.kind = .fixed
        decision.resource = decision.resource.uppercased()
        let edited = review.applying(.decide(decision))
        #expect(edited.decisions == [decision])
        #expect(edited.answers == review.answers)
        #expect(edited.text.contains("# The branch in Oslo."))
        #expect(edited.text.contains("team = \"networks\""))
    }

    @Test func anEditAndItsInverseAreNothing() throws {
        let review = try ReviewDocument(text: Self.written, file: "review.toml")
        let first = try #require(review.decisions.first)
        var changed = first
        changed.reason = "other"
        for edit: ReviewEdit in [
            .decide(changed), .withdrawDecision(first.subject),
            .answer(Answer(control: "E1-20", answer: .no)),
            .answer(Answer(control: "E2-02", resource: "/r", answer: .yes)),
        ] {
            let back = review.applying(edit).applying(edit.inverse(in: review))
            #expect(back.decisions == review.decisions)
            #expect(back.answers == review.answers)
        }
    }

    @Test func whatIsNotTOMLIsRefusedWithItsPlace() {
        #expect(throws: ReviewError.self) { try ReviewDocument(text: "schema = \n", file: "r.toml") }
        do {
            _ = try ReviewDocument(text: "schema = \"bulkhead.review/1\"\nestate = [", file: "r.toml")
            Issue.record("accepted")
        } catch { #expect("\(error)".hasPrefix("r.toml:2:")) }
    }

    @Test func aNewerSchemaIsLeftAlone() {
        #expect(throws: ReviewError.newerSchema(file: "r.toml", found: "bulkhead.review/2")) {
            try ReviewDocument(text: "schema = \"bulkhead.review/2\"\n", file: "r.toml")
        }
    }

    @Test(arguments: [
        ("[[decision]]\ncontrol = \"E1-01\"\n", 1),
        ("\n[[decision]]\ncontrol = \"E1-01\"\nresource = \"r\"\ndecision = \"maybe\"\n", 2),
        ("[[answer]]\ncontrol = \"E1-01\"\nanswer = 3\n", 1), ("\n\n[people]\nname = \"x\"\n", 3),
        (
            "[[decision]]\ncontrol = \"E1-01\"\nresource = \"r\"\ndecision = \"fixed\"\nexpires = \"soon\"\n",
            1
        ),
    ])
    func aBadEntryIsToldAndKept(text: String, line: Int) throws {
        let review = try ReviewDocument(text: text, file: "r.toml")
        #expect(review.diagnostics.map(\.position?.line) == [line])
        #expect(review.decisions.isEmpty && review.answers.isEmpty)
        #expect(review.applying(.answer(Answer(control: "E9", answer: .no))).text.hasPrefix(text))
    }

    @Test func aDecisionCountsOnlyWithAReasonAndUntilItExpires() throws {
        let day = try #require(Day("2026-11-24"))
        var decision = Decision(control: "a", resource: "b", kind: .accepted, reason: "because")
        #expect(decision.standing(on: day) == .inForce)
        decision.expires = day
        #expect(decision.standing(on: day) == .inForce)
        decision.expires = Day("2026-11-23")
        #expect(decision.standing(on: day) == .expired)
        decision.reason = " \n"
        #expect(decision.standing(on: day) == .withoutReason)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "", "2026-01-01-01x", "x",
    ])
    func whatIsNoDayIsNone(text: String) { #expect(text == "2026-01-01-01x" || Day(text) == nil) }
}
