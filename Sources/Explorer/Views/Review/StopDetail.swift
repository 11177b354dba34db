import Canvas
import Review
import Rules
import Topology

/// A stop of the walk as lines: what is asked, what the estate shows, what to do, what was decided.
struct StopDetail {
    private let stop: Walk.Stop

    init(_ stop: Walk.Stop) { self.stop = stop }

    func lines(columns: Int) -> [ReviewView.Line] {
        let columns = max(8, columns)
        let control = stop.control
        var lines: [ReviewView.Line] = []
        func add(_ line: StyledLine, indent: Int = 0, finding: Int? = nil) {
            lines += line.wrapped(to: columns, indent: indent).map {
                ReviewView.Line(line: $0, finding: finding)
            }
        }
        func chapter(_ title: String) {
            lines.append(ReviewView.Line(line: StyledLine()))
            lines.append(ReviewView.Line(line: StyledLine(title, .title, .bold)))
        }
        add(StyledLine(control.title, .strong, .bold))
        var facts = control.severity.badge
        facts.append("  \(control.name)", .muted)
        facts.append("  \(control.principles.map(\.rawValue).joined(separator: ", "))", .muted)
        add(facts)
        if let question = control.question {
            chapter("What is asked")
            add(StyledLine(question, .text))
        }
        chapter("What the estate shows")
        for (index, reviewed) in stop.findings.enumerated() where reviewed.finding.outcome != .notApplicable {
            var line = reviewed.outcome == .fail ? reviewed.finding.severity.badge : reviewed.outcome.badge
            line.append("  \(reviewed.finding.message)", .text)
            add(line, indent: 8, finding: index)
            if let decision = note(on: reviewed) { add(decision, indent: 8, finding: index) }
        }
        if stop.state == .notApplicable, let first = stop.findings.first {
            add(StyledLine(first.finding.message, .notApplicable))
        }
        if !control.why.isEmpty {
            chapter("Why it matters")
            add(StyledLine(control.why, .text))
        }
        chapter("To put it right")
        add(StyledLine(stop.remediation.text, .text))
        if let command = stop.remediation.command {
            add([Span("$ ", .muted), Span(command, .accent)], indent: 4)
        }
        if !control.documentation.isEmpty {
            chapter("Read more")
            add(StyledLine(control.documentation, .accent))
        }
        return lines
    }

    /// The decision or answer on a finding; nil where there is none.
    private func note(on reviewed: ReviewedFinding) -> StyledLine? {
        if let answer = reviewed.answer {
            let role: Role = reviewed.needsAttention ? .fail : .waived
            var line = StyledLine("        \(Glyph.decided.character) \(answer.answer.rawValue)", role, .bold)
            if !answer.note.isEmpty { line.append("  \(answer.note)", .text) }
            if let owner = answer.owner { line.append("  \(owner)", .muted) }
            if let answered = answer.answered { line.append("  \(answered.prefix(10))", .muted) }
            return line
        }
        guard let decision = reviewed.decision else { return nil }
        var line = StyledLine("        \(Glyph.decided.character) \(decision.kind.rawValue)", .waived, .bold)
        if reviewed.standing != .inForce, let standing = reviewed.standing {
            line.append("  \(standing.rawValue)", .fail)
        }
        line.append("  \(decision.reason)", .text)
        if let owner = decision.owner { line.append("  \(owner)", .muted) }
        if let expires = decision.expires { line.append("  until \(expires)", .muted) }
        return line
    }
}
