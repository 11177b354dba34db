/// What a condition comes to at a resource, with what proves it.
struct Verdict {
    /// Three values: what is unknown is never folded into the other two.
    enum Truth { case holds, fails, unknown }

    var truth: Truth
    var proofs: [Proof]
    /// Why it is unknown; empty otherwise.
    var reason = ""

    static func known(_ holds: Bool, _ proofs: [Proof]) -> Verdict {
        Verdict(truth: holds ? .holds : .fails, proofs: proofs)
    }

    static func unknown(_ reason: String, _ proofs: [Proof]) -> Verdict {
        Verdict(truth: .unknown, proofs: proofs, reason: reason)
    }

    var negated: Verdict {
        var verdict = self
        verdict.truth =
            switch truth {
            case .holds: .fails
            case .fails: .holds
            case .unknown: .unknown
            }
        return verdict
    }

    /// One that fails decides; else one that is unknown; it holds only where all do.
    static func all(_ verdicts: [Verdict]) -> Verdict {
        deciding(.fails, of: verdicts) ?? deciding(.unknown, of: verdicts)
            ?? Verdict(truth: .holds, proofs: verdicts.flatMap(\.proofs))
    }

    /// One that holds decides; else one that is unknown; it fails only where all do.
    static func any(_ verdicts: [Verdict]) -> Verdict {
        deciding(.holds, of: verdicts) ?? deciding(.unknown, of: verdicts)
            ?? Verdict(truth: .fails, proofs: verdicts.flatMap(\.proofs))
    }

    /// Those with a truth, taken together; nil where there is none.
    private static func deciding(_ truth: Truth, of verdicts: [Verdict]) -> Verdict? {
        let deciding = verdicts.filter { $0.truth == truth }
        guard let first = deciding.first else { return nil }
        return Verdict(truth: truth, proofs: deciding.flatMap(\.proofs), reason: first.reason)
    }
}
