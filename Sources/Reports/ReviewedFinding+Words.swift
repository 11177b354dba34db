import JSON
import Review
import Rules
import Topology

/// The words every format has for a finding.
extension ReviewedFinding {
    /// How it stands: its outcome, its answer, or that a baseline holds it.
    var word: String {
        if isKnown { return "known" }
        if isAnswered, let answer { return "answered \(answer.answer.rawValue)" }
        return outcome.rawValue
    }

    /// Where it is best looked up in the input.
    var position: SourcePosition? {
        finding.evidence.first?.position ?? finding.resource?.body.position
    }

    /// The decision on it in one line, with what makes it count or not; nil where there is none.
    var decisionLine: String? {
        guard let decision, let standing else { return nil }
        var line = decision.kind.rawValue
        if let owner = decision.owner { line += " by \(owner)" }
        if let expires = decision.expires { line += " until \(expires)" }
        if standing != .inForce { line += " (\(standing.rawValue): it silences nothing)" }
        return decision.reason.isEmpty ? line : "\(line): \(decision.reason)"
    }

    /// The answer to its question in one line; nil where there is none.
    var answerLine: String? {
        guard let answer else { return nil }
        var line = answer.answer.rawValue
        if let owner = answer.owner { line += " by \(owner)" }
        if let day = answer.answered?.prefix(10) { line += " on \(day)" }
        return answer.note.isEmpty ? line : "\(line): \(answer.note)"
    }
}

extension FindingsReport {
    /// A piece of evidence in one line: the property, its value, and what would have passed.
    func line(_ evidence: Finding.Evidence, of reviewed: ReviewedFinding) -> String {
        var line = evidence.path.isEmpty ? "the resource" : evidence.path.shown(160)
        if let owner = owner(of: evidence, in: reviewed) { line += " of \(owner.shown(80))" }
        line += " = \(evidence.shortValue?.shown(120) ?? "(absent)")"
        if let expected = evidence.expected { line += ", expected \(expected.shown(160))" }
        return line
    }
}

extension SourcePosition {
    /// `file:line`, safe to print.
    var short: String { "\(Printable.safe(file)):\(line)" }
}
