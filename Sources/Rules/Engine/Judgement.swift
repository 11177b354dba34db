/// What a control says of one resource.
package struct Judgement: Sendable {
    package let outcome: Outcome
    /// What is so, in a sentence; the reason where it is unknown.
    package let message: String
    /// The properties that prove it, by path from the resource, for example `ipsecPolicies[0].dhGroup`.
    package let evidence: [Proof]
    /// Where it differs from the control's own.
    package let severity: Severity?
    /// Whether a part of it is as grave as the control says, so that the whole is no less.
    package var isAsGraveAsControl = false
    /// How this very thing is put right, where the control's own way does not fit it.
    package var remediation: Control.Remediation?

    package static func pass(_ message: String, _ evidence: Proof...) -> Judgement {
        Judgement(outcome: .pass, message: message, evidence: evidence, severity: nil)
    }

    package static func fail(_ message: String, _ evidence: Proof..., severity: Severity? = nil) -> Judgement
    {
        Judgement(outcome: .fail, message: message, evidence: evidence, severity: severity)
    }

    package static func fail(_ message: String, _ evidence: [Proof], severity: Severity? = nil) -> Judgement {
        Judgement(outcome: .fail, message: message, evidence: evidence, severity: severity)
    }

    package static func unknown(_ reason: String, _ evidence: Proof...) -> Judgement {
        Judgement(outcome: .unknown, message: reason, evidence: evidence, severity: nil)
    }

    package static func notApplicable(_ reason: String) -> Judgement {
        Judgement(outcome: .notApplicable, message: reason, evidence: [], severity: nil)
    }
}

/// The outcomes of a control.
package enum Outcome: String, Sendable, CaseIterable {
    case pass, fail, unknown
    case notApplicable = "not-applicable"
    case manual, waived
}
