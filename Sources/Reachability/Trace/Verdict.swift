/// What becomes of a packet; unknown is never folded into one of the others.
package enum Verdict: String, Sendable, CaseIterable {
    case allow, deny, unknown
}

/// Something an answer rests on that the input does not prove.
///
/// The first one of an unknown verdict is its reason.
package struct Assumption: Hashable, Sendable {
    /// A stable word for it, in kebab case, for example `tag-widened-by-route`.
    package let code: String
    /// What is assumed here, or why it cannot be said; one sentence.
    package let detail: String

    package init(_ code: String, _ detail: String) {
        self.code = code
        self.detail = detail
    }
}

/// Whether something holds.
package enum Ternary: Sendable {
    case yes, no
    case unknown(Assumption)
}
