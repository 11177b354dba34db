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
        ("[[decision]]\ncontrol = \"E1-01\"\n", "1:1 resource is missing"),
        (
            "\n[[decision]]\ncontrol = \"E1-01\"\nresource = \"r\"\ndecision = \"acepted\"\n",
            "5:12 \"acepted\" is no decision; did you mean accepted?"
        ),
        (
            "[[decision]]\ncontrol = \"E1-01\"\nresource = \"r\"\n decision = \"maybe\"\n",
            "4:13 decision should be one of accepted, planned, fixed, not-applicable"
        ),
        (
            "[[answer]]\ncontrol = \"E1-01\"\nanswer = 3\n",
            "3:10 answer should be one of yes, no, unknown"
        ), ("[[answer]]\ncontrol = 1\nanswer = \"yes\"\n", "2:11 control should be a text in quotes"),
        (
            "[[decision]]\ncontrol = \"E1-01\"\nresource = \"r\"\ndecision = \"fixed\"\nexpires = \"soon\"\n",
            "5:11 expires should be a day such as 2027-03-31"
        ),
    ])
    func aBadEntryIsToldAtItsPlaceAndKept(text: String, told: String) throws {
        let review = try ReviewDocument(text: text, file: "r.toml")
        let end =
            told.contains("did you mean")
            ? " The entry is kept and not used." : "; the entry is kept and not used."
        #expect(review.diagnostics.map(\.told) == [told + end])
        #expect(review.decisions.isEmpty && review.answers.isEmpty)
        #expect(review.applying(.answer(Answer(control: "E9", answer: .no))).text.hasPrefix(text))
    }

    @Test func aSlipIsToldAndEveryOtherKeyIsFree() throws {
        let text = """
            [people]
            name = "x"
            [[decison]]
            [[decision]]
            control = "E1-01"
            resource = "r"
            decision = "planned"
            resaon = "because"
            ticket = 7
            [decision.more]
            reasn = 1
            """
        let review = try ReviewDocument(text: text, file: "r.toml")
        let unused = "is not part of a review; it is kept and not used."
        #expect(
            review.diagnostics.map(\.told) == [
                "1:1 [people] \(unused) Expected [[decision]] or [[answer]].",
                "3:1 [[decison]] \(unused) Did you mean [[decision]]?",
                "8:1 resaon in [[decision]] is not used; did you mean reason?",
                "10:1 [decision.more] \(unused) Expected [[decision]] or [[answer]].",
            ]
        )
        #expect(review.decisions.map(\.control) == ["E1-01"])
        // What belongs to a decision goes with it, else it would make one of its own.
        let without = review.applying(.withdrawDecision(try #require(review.decisions.first).subject))
        #expect(without.text == "[people]\nname = \"x\"\n[[decison]]\n")
    }

    @Test(arguments: [
        ("decision = []\n", "r.toml:1:12: each decision should have a header [[decision]]."),
        ("\n[answer]\ncontrol = \"E1-01\"\n", "r.toml:2:1: each answer should have a header [[answer]]."),
    ])
    func whatCannotTakeAnotherEntryIsRefused(text: String, told: String) {
        do {
            _ = try ReviewDocument(text: text, file: "r.toml")
            Issue.record("accepted")
        } catch { #expect("\(error)".hasPrefix(told)) }
    }

    /// Texts, arrays and comments that look like headers, the line ends of other systems, a header in other words.
    @Test(arguments: [
        ("# top\r\nschema = \"bulkhead.review/1\"\r\n", "\r\n# one\r\n[[decision]]\r\n"),
        ("tags = [\n[1],\n]\n", "\n# one\n[[decision]]\n"),
        ("note = \"\"\"\n[[decision]]\n# end\"\"\"\n", "[[ \"decision\" ]] # one\n"), ("", "[[decision]]\n"),
    ])
    func blocksAreCutWhereTheTablesAre(preamble: String, header: String) throws {
        let entry =
            header
            + "control = \"E1-01\"\nresource = \"r\"\ndecision = \"fixed\"\nreason = '''\n# [[answer]]\n#'''\n"
        let answer = "\n# two\n[[answer]]\ncontrol = \"E1-02\"\nanswer = "
        for end in ["", "\n", "\n\n# the end"] {
            let text = preamble + entry + answer + "\"yes\"" + end
            let review = try ReviewDocument(text: text, file: "r.toml")
            #expect(review.diagnostics.isEmpty)
            #expect(review.decisions.map(\.reason) == ["# [[answer]]\n#"])
            let changed = review.applying(.answer(Answer(control: "E1-02", answer: .no)))
            expectSame(changed.text, preamble + entry + answer + "\"no\"\n" + end.dropFirst())
            let subject = try #require(review.decisions.first).subject
            expectSame(review.applying(.withdrawDecision(subject)).text, preamble + answer + "\"yes\"" + end)
        }
    }

    private func expectSame(_ text: String, _ expected: String) {
        #expect(Array(text.utf8) == Array(expected.utf8), "\(text.debugDescription)")
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

extension Diagnostic {
    /// Its line and column, and what it says.
    fileprivate var told: String { "\(position?.line ?? 0):\(position?.column ?? 0) \(message)" }
}
