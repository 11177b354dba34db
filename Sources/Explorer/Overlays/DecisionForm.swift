import Canvas
import Review
import Rules
import Topology

/// Asks for a decision on findings, or for the answer to a question; every view uses this one form.
package struct DecisionForm: Sendable, Hashable {
    /// What the form is about.
    let subjects: [Subject]
    /// What is asked or found, in a line.
    let title: String
    let detail: String
    let isQuestion: Bool
    /// Which of ``kinds`` is chosen; nil while nobody has answered, for no answer is likelier than another.
    var kind: Int?
    var reason = Prompt()
    var owner = Prompt()
    var expires = Prompt()
    var field = Field.kind
    /// What is missing or wrong.
    var problem: String?

    /// A control at a resource.
    struct Subject: Sendable, Hashable {
        let control: String
        /// The resource's id; empty where the finding is about the estate.
        let resource: String
    }

    enum Field: String, Sendable, CaseIterable { case kind, reason, owner, expires }

    /// A form about findings, filled with what was decided before; nil where there is none.
    init?(_ findings: [ReviewedFinding]) {
        guard let first = findings.first else { return nil }
        isQuestion = findings.allSatisfy { $0.finding.outcome == .manual }
        subjects = findings.map {
            Subject(control: $0.finding.control.id, resource: $0.finding.resource?.id.text ?? "")
        }
        let control = first.finding.control
        if findings.count == 1 {
            title = "\(control.id) \(isQuestion ? first.finding.message : control.title)"
            detail = first.finding.resource?.id.displayName ?? "the whole estate"
        } else {
            let isOne = findings.allSatisfy { $0.finding.control.id == control.id }
            let what = isQuestion ? "questions" : "findings"
            title = "\(findings.count) \(what)" + (isOne ? " of \(control.id) \(control.title)" : "")
            detail = isQuestion ? "one answer for all of them" : "one decision for all of them"
        }
        if isQuestion {
            guard let answer = first.answer else { return }
            kind = Answer.Reply.allCases.firstIndex(of: answer.answer)
            reason = Prompt(answer.note)
            owner = Prompt(answer.owner ?? "")
            return
        }
        kind = 0
        if let decision = first.decision {
            kind = Decision.Kind.allCases.firstIndex(of: decision.kind) ?? 0
            reason = Prompt(decision.reason)
            owner = Prompt(decision.owner ?? "")
            expires = Prompt(decision.expires?.description ?? "")
        }
    }

    /// What can be chosen, in words.
    var kinds: [String] {
        isQuestion ? Answer.Reply.allCases.map(\.rawValue) : Decision.Kind.allCases.map(\.rawValue)
    }

    /// What is said once it is done.
    var confirmation: String {
        let chosen = kind.map { kinds[$0] } ?? ""
        let done = isQuestion ? "Answered \(chosen)" : "Decided: \(chosen)"
        let what = isQuestion ? "questions" : "findings"
        return done
            + (subjects.count > 1 ? " for \(subjects.count) \(what); U takes it back" : "; U takes it back")
    }

    var fields: [Field] { isQuestion ? [.kind, .reason, .owner] : Field.allCases }

    /// What a field is called.
    func label(of field: Field) -> String {
        switch field {
        case .kind: isQuestion ? "answer" : "decision"
        case .reason: isQuestion ? "note" : "reason"
        case .owner: "owner"
        case .expires: "expires"
        }
    }

    /// What an empty field waits for.
    func hint(of field: Field) -> String {
        switch field {
        case .kind: ""
        case .reason: isQuestion ? "what is known, or where it is written" : "why it is so"
        case .owner: "who answers for it, may stay empty"
        case .expires: "last day it counts, 2027-03-31, may stay empty"
        }
    }

    /// The edits it asks for, or nil with ``problem`` set to what is missing.
    mutating func edits(today: Day) -> [ReviewEdit]? {
        problem = nil
        guard let kind else {
            field = .kind
            problem = "Choose yes where it is as it should be, no, or unknown."
            return nil
        }
        if isQuestion {
            let reply = Answer.Reply.allCases[kind]
            return subjects.map { subject in
                .answer(
                    Answer(
                        control: subject.control,
                        resource: subject.resource.isEmpty ? nil : subject.resource,
                        answer: reply,
                        note: reason.text,
                        owner: owner.isEmpty ? nil : owner.text
                    )
                )
            }
        }
        guard !reason.text.allSatisfy(\.isWhitespace) else {
            field = .reason
            problem = "A decision counts only with its reason."
            return nil
        }
        let typed = expires.text.filter { !$0.isWhitespace }
        let day = Day(typed)
        guard typed.isEmpty || day != nil else {
            field = .expires
            problem = "Write the day as \(today), or leave it empty."
            return nil
        }
        if let day, day < today {
            field = .expires
            problem = "\(day) has passed: the decision would not count."
            return nil
        }
        return subjects.map { subject in
            .decide(
                Decision(
                    control: subject.control,
                    resource: subject.resource,
                    kind: Decision.Kind.allCases[kind],
                    reason: reason.text,
                    owner: owner.isEmpty ? nil : owner.text,
                    expires: day
                )
            )
        }
    }

    /// Moves to the next field, or the one before.
    mutating func step(_ distance: Int) {
        let index = (fields.firstIndex(of: field) ?? 0) + distance
        field = fields[(index % fields.count + fields.count) % fields.count]
    }

    /// Types into the field that has the focus; false where the key means nothing there.
    mutating func take(_ key: Key) -> Bool {
        problem = nil
        switch field {
        case .kind: return choose(key)
        case .reason: return reason.take(key)
        case .owner: return owner.take(key)
        case .expires: return expires.take(key)
        }
    }

    private mutating func choose(_ key: Key) -> Bool {
        switch key {
        case .right, .character(" "), .character("l"): kind = ((kind ?? -1) + 1) % kinds.count
        case .left, .character("h"): kind = ((kind ?? 0) + kinds.count - 1) % kinds.count
        case .character(let letter):
            guard let index = kinds.firstIndex(where: { $0.first == letter }) else { return false }
            kind = index
        default: return false
        }
        return true
    }

    /// Puts pasted text into the field that has the focus.
    mutating func insert(_ text: String) {
        switch field {
        case .kind: break
        case .reason: reason.insert(text)
        case .owner: owner.insert(text)
        case .expires: expires.insert(text)
        }
    }
}
