import Canvas
import JSON
import Review
import Rules
import Topology

/// Everything about a finding as lines of text: what is wrong, why, what proves it, what to do.
struct FindingDetail {
    private let reviewed: ReviewedFinding
    /// The piece of evidence that is pointed at.
    private let chosen: Int?

    init(_ reviewed: ReviewedFinding, chosen: Int? = nil) {
        self.reviewed = reviewed
        self.chosen = chosen
    }

    private var control: Control { reviewed.finding.control }

    /// The lines, wrapped to a number of columns.
    func lines(columns: Int) -> [StyledLine] {
        let columns = max(8, columns)
        var lines = head(columns)
        func chapter(_ title: String, _ content: [StyledLine]) {
            guard !content.isEmpty else { return }
            lines.append(StyledLine())
            lines.append(StyledLine(title, .title, .bold))
            lines += content
        }
        func text(_ text: String, _ role: Role = .text) -> [StyledLine] {
            text.isEmpty ? [] : StyledLine(text, role).wrapped(to: columns)
        }
        let isQuestion = reviewed.finding.outcome == .manual
        chapter(isQuestion ? "What is asked" : "What is so", text(reviewed.finding.message))
        chapter("Evidence", evidence(columns))
        chapter("Why it matters", text(control.why))
        chapter("To put it right", remediation(columns))
        if let question = control.question, !isQuestion { chapter("To ask", text(question)) }
        chapter("Decision", decision(columns))
        chapter("Benchmarks", benchmarks(columns))
        chapter("Read more", text(control.documentation, .accent))
        return lines
    }

    private func head(_ columns: Int) -> [StyledLine] {
        let finding = reviewed.finding
        var first = finding.severity.badge
        first.append("  \(control.id)", .accent, .bold)
        first.append("  \(control.name)", .muted)
        first.append("  step \(control.section.reviewStep)", .muted)
        var lines = [first] + StyledLine(control.title, .strong, .bold).wrapped(to: columns)
        var place = reviewed.outcome.badge
        if let resource = finding.resource {
            place.append("  \(resource.id.displayName)", .text)
            place.append("  \(resource.type.noun)", .muted)
            let group = ScopePath(resource.id).group
            if !group.isEmpty { place.append("  \(group)", .muted) }
        } else {
            place.append("  the whole estate", .muted)
        }
        lines += place.wrapped(to: columns, indent: 2)
        return lines
    }

    private func evidence(_ columns: Int) -> [StyledLine] {
        reviewed.finding.evidence.enumerated().flatMap { index, proof -> [StyledLine] in
            let pointer = index == chosen ? Glyph.pointer : .bullet
            let path = brokenAtDots(proof.path.isEmpty ? "the resource" : proof.path, columns - 2)
            let head = path.enumerated().map { row, part -> StyledLine in
                [Span(row == 0 ? "\(pointer.character) " : "  ", .accent), Span(part, .strong)]
            }
            var lines: [StyledLine] = []
            let isGood = reviewed.finding.outcome == .pass
            let value = proof.shortValue?.singleLine ?? "absent"
            lines.append([Span("  has       ", .muted), Span(value, isGood ? .pass : .fail)])
            if let expected = proof.expected {
                lines.append([Span("  expected  ", .muted), Span(expected, .text)])
            }
            if proof.resource != reviewed.finding.resource?.id {
                lines.append([Span("  of        ", .muted), Span(proof.resource.displayName, .text)])
            }
            if let place = proof.position {
                lines.append([Span("  at        ", .muted), Span("\(place.file):\(place.line)", .muted)])
            }
            return head + lines.flatMap { $0.wrapped(to: columns, indent: 12) }
        }
    }

    /// A path in lines of at most a number of columns, broken before a dot where there is one.
    private func brokenAtDots(_ path: String, _ columns: Int) -> [String] {
        var lines = [""]
        for (index, step) in path.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            let step = index == 0 ? String(step) : ".\(step)"
            let last = lines.count - 1
            if lines[last].isEmpty || lines[last].columns + step.columns <= columns {
                lines[last] += step
            } else {
                lines.append(step)
            }
        }
        return lines.flatMap { $0.wrapped(to: max(8, columns)) }
    }

    private func remediation(_ columns: Int) -> [StyledLine] {
        var lines = StyledLine(reviewed.finding.remediation.text, .text).wrapped(to: columns)
        if let command = reviewed.finding.remediation.command {
            let line: StyledLine = [Span("$ ", .muted), Span(command, .accent)]
            lines += line.wrapped(to: columns, indent: 4)
        }
        return lines
    }

    private func decision(_ columns: Int) -> [StyledLine] {
        if let answer = reviewed.answer {
            let role: Role = reviewed.needsAttention ? .fail : .waived
            var line = StyledLine("answered \(answer.answer.rawValue)", role, .bold)
            if let owner = answer.owner { line.append("  by \(owner)", .muted) }
            if let answered = answer.answered { line.append("  on \(answered.prefix(10))", .muted) }
            return line.wrapped(to: columns) + StyledLine(answer.note, .text).wrapped(to: columns)
        }
        guard let decision = reviewed.decision else {
            guard reviewed.needsDecision else { return [] }
            return [[Span("none yet; ", .muted), Span("a", .key, .bold), Span(" decides", .muted)]]
        }
        var line = StyledLine(decision.kind.rawValue, .waived, .bold)
        if reviewed.standing == .expired { line.append("  expired", .fail, .bold) }
        if reviewed.standing == .withoutReason { line.append("  without a reason it does not count", .fail) }
        if let owner = decision.owner { line.append("  by \(owner)", .muted) }
        if let decided = decision.decided { line.append("  on \(decided.prefix(10))", .muted) }
        if let expires = decision.expires { line.append("  until \(expires)", .muted) }
        return line.wrapped(to: columns) + StyledLine(decision.reason, .text).wrapped(to: columns)
    }

    private func benchmarks(_ columns: Int) -> [StyledLine] {
        control.benchmarks.sorted { $0.key < $1.key }.flatMap { name, items -> [StyledLine] in
            let line: StyledLine = [
                Span(name.padded(to: 14), .muted), Span(items.joined(separator: ", "), .text),
            ]
            return line.wrapped(to: columns, indent: 14)
        }
    }
}

extension String {
    /// The text with runs of blanks and line breaks as one blank each, and not longer than a screen needs.
    var singleLine: String {
        var line = ""
        for character in prefix(2_000) {
            if character.isWhitespace {
                if line.last != " " { line.append(" ") }
            } else {
                line.append(character)
            }
        }
        return line
    }
}
