import JSON
import Review
import Rules
import Topology

/// A finding as lines of text: what is wrong, what proves it, how to put it right, what was decided.
struct FindingLines {
    private let reviewed: ReviewedFinding
    private let topology: Topology
    private let ink: Ink

    init(_ reviewed: ReviewedFinding, in topology: Topology, _ ink: Ink) {
        self.reviewed = reviewed
        self.topology = topology
        self.ink = ink
    }

    /// Wide enough for the longest mark and a space on either side of it.
    private static let indent = String(repeating: " ", count: 20)

    var lines: [String] {
        [head] + reviewed.finding.evidence.map(line) + remediation + (answer ?? decision ?? [])
    }

    private var head: String {
        let finding = reviewed.finding
        let name = finding.resource.map { topology.displayName(of: $0).shown(100) + "  " } ?? ""
        let (mark, tint) = mark
        let gap = String(repeating: " ", count: max(1, Self.indent.count - 2 - mark.count))
        return "  " + ink(mark, tint) + gap + "\(finding.control.id)  \(name)\(finding.message.shown(280))"
    }

    private var mark: (String, Ink.Tint) {
        if reviewed.isKnown { return ("known \(reviewed.outcome.words)", .quiet) }
        if reviewed.isAnswered, let answer = reviewed.answer {
            let tint: Ink.Tint = reviewed.needsAttention ? (answer.answer == .no ? .red : .yellow) : .blue
            return ("answered \(answer.answer.rawValue)", tint)
        }
        let outcome = reviewed.outcome
        guard outcome == .fail else { return (outcome.words, outcome.tint) }
        return ("FAIL \(reviewed.finding.severity.rawValue)", reviewed.finding.severity.tint)
    }

    private func line(_ evidence: Finding.Evidence) -> String {
        var line = Self.indent + (evidence.path.isEmpty ? "the resource" : evidence.path.shown(120))
        if evidence.resource != reviewed.finding.resource?.id {
            let name =
                topology.resource(evidence.resource).map(topology.displayName(of:))
                ?? evidence.resource.displayName
            line += " of \(name.shown(60))"
        }
        line += " = \(value(of: evidence))"
        if let expected = evidence.expected { line += ", expected \(expected.shown(100))" }
        if let position = evidence.position {
            line += ink("  \(Printable.safe(position.file)):\(position.line)", .quiet)
        }
        return line
    }

    /// The value in at most 80 characters; what tells of a long id is its end.
    private func value(of evidence: Finding.Evidence) -> String {
        let value = evidence.shortValue ?? "(absent)"
        guard let whole = evidence.value, whole.hasPrefix("\"/"), whole.utf8.count > 80 else {
            return value.shown(80)
        }
        return "\"…" + whole.suffix(78).shown(78)
    }

    private var remediation: [String] {
        guard [.fail, .unknown].contains(reviewed.outcome) else { return [] }
        let remediation = reviewed.finding.remediation
        var lines = [Self.indent + ink("fix: ", .quiet) + Printable.safe(remediation.text)]
        if let command = remediation.command {
            lines.append(Self.indent + ink("     " + Printable.safe(command), .quiet))
        }
        return lines
    }

    private var answer: [String]? {
        guard let answer = reviewed.answer else { return nil }
        let when = answer.answered.map { " on \($0.prefix(10).shown(10))" } ?? ""
        let line = "answered \(answer.answer.rawValue)" + by(answer.owner) + when
        return [Self.indent + ink(line + note(answer.note), .quiet)]
    }

    private var decision: [String]? {
        guard let decision = reviewed.decision, let standing = reviewed.standing else { return nil }
        let effect = standing == .inForce ? "" : " (\(standing.rawValue): it silences nothing)"
        let until = decision.expires.map { " until \($0)" } ?? ""
        let line = "decision: \(decision.kind.rawValue)" + by(decision.owner) + until + effect
        return [Self.indent + ink(line + note(decision.reason), .quiet)]
    }

    private func by(_ owner: String?) -> String { owner.map { " by \($0.shown(60))" } ?? "" }

    private func note(_ text: String) -> String { text.isEmpty ? "" : ": " + text.shown(240) }
}

extension Outcome {
    var words: String { rawValue == "not-applicable" ? "not applicable" : rawValue }

    var tint: Ink.Tint {
        switch self {
        case .pass: .green
        case .fail: .red
        case .unknown: .yellow
        case .manual: .blue
        case .waived: .magenta
        case .notApplicable: .quiet
        }
    }
}

extension Severity {
    var tint: Ink.Tint {
        switch self {
        case .critical: .boldRed
        case .high: .red
        case .medium: .yellow
        case .low: .blue
        case .info: .quiet
        }
    }
}
