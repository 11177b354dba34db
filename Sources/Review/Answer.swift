/// A reviewer's answer to a question that configuration cannot settle.
package struct Answer: Hashable, Sendable {
    /// The control's id.
    package var control: String
    /// The resource it is about; nil where the question is about the estate.
    package var resource: String?
    package var answer: Reply
    package var note: String
    /// Who answers for it.
    package var owner: String?
    /// When it was answered, an RFC 3339 time such as `2026-11-24T10:00:00Z`.
    package var answered: String?

    package enum Reply: String, Sendable, CaseIterable { case yes, no, unknown }

    package init(
        control: String,
        resource: String? = nil,
        answer: Reply,
        note: String = "",
        owner: String? = nil,
        answered: String? = nil
    ) {
        self.control = control
        self.resource = resource
        self.answer = answer
        self.note = note
        self.owner = owner
        self.answered = answered
    }

    package var subject: Decision.Subject {
        Decision.Subject(control: control.lowercased(), resource: resource?.lowercased() ?? "")
    }
}
