/// How the judgement of a thing follows from those of its parts.
extension Judgement {
    /// A question only a person can answer, with what the estate shows.
    static func ask(_ question: String, _ evidence: Proof...) -> Judgement {
        Judgement(outcome: .manual, message: question, evidence: evidence, severity: nil)
    }

    static func pass(_ message: String, _ evidence: [Proof]) -> Judgement {
        Judgement(outcome: .pass, message: message, evidence: evidence, severity: nil)
    }

    static func unknown(_ reason: String, _ evidence: [Proof]) -> Judgement {
        Judgement(outcome: .unknown, message: reason, evidence: evidence, severity: nil)
    }

    /// The same judgement with a way of its own to put it right; nil keeps the control's.
    func mended(by remediation: Control.Remediation?) -> Judgement {
        var judgement = self
        judgement.remediation = remediation
        return judgement
    }

    /// One part that fails decides; else one that is unknown; the thing passes only where all of them do that
    /// apply, and none applies to it where none of its parts does.
    ///
    /// The messages, the evidence and the first remediation of the deciding parts are kept; `message` says what is so where all pass.
    static func combining(_ parts: [Judgement], pass message: String) -> Judgement {
        for outcome in [Outcome.fail, .unknown] {
            let deciding = parts.filter { $0.outcome == outcome }
            guard !deciding.isEmpty else { continue }
            return Judgement(
                outcome: outcome,
                message: listing(deciding.map(\.message)),
                evidence: deciding.flatMap(\.evidence),
                severity: deciding.compactMap(\.severity).max(),
                isAsGraveAsControl: deciding.contains { $0.severity == nil || $0.isAsGraveAsControl },
                remediation: deciding.lazy.compactMap(\.remediation).first
            )
        }
        if let first = parts.first, parts.allSatisfy({ $0.outcome == .notApplicable }) { return first }
        return Judgement(
            outcome: .pass,
            message: message,
            evidence: parts.flatMap(\.evidence),
            severity: nil
        )
    }

    /// One way that passes is enough; else one that is unknown decides; it fails only where all of them do.
    ///
    /// `message` says what is so where all fail; the evidence of all is kept then.
    static func either(_ ways: [Judgement], fail message: String) -> Judgement {
        for outcome in [Outcome.pass, .unknown] {
            if let deciding = ways.first(where: { $0.outcome == outcome }) { return deciding }
        }
        return .fail(message, ways.flatMap(\.evidence))
    }

    /// The messages as one sentence; of many the first ones and the number of the others.
    private static func listing(_ messages: [String]) -> String {
        let shown = messages.prefix(4).joined(separator: "; ")
        return messages.count > 4 ? "\(shown); and \(messages.count - 4) more" : shown
    }

    /// The first four of some names, and how many more there are.
    static func naming(_ names: [String]) -> String {
        let shown = names.prefix(4).joined(separator: ", ")
        return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
    }
}
