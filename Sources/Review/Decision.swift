/// What a reviewer decided about a finding, with the reason that makes it count.
package struct Decision: Hashable, Sendable {
    /// The control's id, for example `E2-06`.
    package var control: String
    /// The resource's id, or a glob over ids in which `*` stands for any text; compared without case.
    package var resource: String
    package var kind: Kind
    package var reason: String
    package var owner: String?
    /// When it was decided, an RFC 3339 time such as `2026-11-24T10:00:00Z`.
    package var decided: String?
    /// The last day on which it counts.
    package var expires: Day?

    package enum Kind: String, Sendable, CaseIterable {
        case accepted, planned, fixed
        case notApplicable = "not-applicable"
    }

    package init(
        control: String,
        resource: String,
        kind: Kind,
        reason: String,
        owner: String? = nil,
        decided: String? = nil,
        expires: Day? = nil
    ) {
        self.control = control
        self.resource = resource
        self.kind = kind
        self.reason = reason
        self.owner = owner
        self.decided = decided
        self.expires = expires
    }

    /// Whether a decision silences its finding.
    package enum Standing: String, Sendable {
        case inForce = "in-force", expired, withoutReason = "without-reason"
    }

    /// How it stands on a day: one without a reason, or past its last day, silences nothing.
    package func standing(on today: Day) -> Standing {
        if reason.allSatisfy(\.isWhitespace) { return .withoutReason }
        if let expires, expires < today { return .expired }
        return .inForce
    }

    /// What two decisions about the same thing have in common.
    package var subject: Subject { Subject(control: control.lowercased(), resource: resource.lowercased()) }

    /// A control at a resource, folded for comparison.
    package struct Subject: Hashable, Sendable {
        let control: String
        let resource: String
    }
}
