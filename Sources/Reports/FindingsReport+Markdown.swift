import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The report as a comment on a pull request: how it stands, the steps, and the findings with what to do.
    ///
    /// At most 60,000 characters, as forges take no longer comment; what is left out is counted.
    package func markdown() -> String {
        let counts = assessment.counts
        var text = "## \(verdict(counts))\n\n"
        text += "\(Markdown.code(estate.shown(80))), \(topology.resources.count.counted("resource"))"
        if notUnderstood > 0 { text += ", \(notUnderstood.counted("part")) not understood" }
        text += "\n\n"
        if !scope.filter.isEmpty { text += "Only \(Markdown.code(scope.filter.shown(200)))\n\n" }
        text += steps(counts)
        text += findings()
        text += decided()
        return text
    }

    private static let longest = 60_000

    private func verdict(_ counts: ReviewCounts) -> String {
        let new = scope.hasBaseline ? "new " : ""
        guard let worst = counts.worst else {
            return counts[.unknown] > 0
                ? "No \(new)failures, \(counts[.unknown]) unknown" : "No \(new)failures"
        }
        return "\(counts[.fail].counted("\(new)failure")), the gravest \(worst.rawValue)"
    }

    /// A row a step, and one for all.
    private func steps(_ all: ReviewCounts) -> String {
        var heads = ["step", "fail", "unknown", "to answer", "waived"]
        if scope.hasBaseline { heads.append("known") }
        heads.append("pass")
        var text = "| \(heads.joined(separator: " | ")) |\n|"
        text += " --- |" + String(repeating: " ---: |", count: heads.count - 1) + "\n"
        let byStep = Dictionary(grouping: assessment.findings) { $0.finding.control.section.reviewStep }
        var rows = Walk.Step.allCases.compactMap { step in
            byStep[step.rawValue].map { ("\(step.rawValue) \(step.title)", ReviewCounts($0)) }
        }
        rows.append(("**all**", all))
        for (name, counts) in rows {
            var cells = [counts[.fail], counts[.unknown], counts[.manual], counts[.waived]]
            if scope.hasBaseline { cells.append(counts.known) }
            cells.append(counts[.pass])
            text += "| \(name) | \(cells.map(String.init).joined(separator: " | ")) |\n"
        }
        return text + "\n"
    }

    /// The failures and unknowns, the gravest first, each with its evidence folded away.
    private func findings() -> String {
        let open = listed.filter { $0.outcome == .fail || $0.outcome == .unknown }
            .enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
        guard !open.isEmpty else { return "" }
        var text = "### What is wrong or unknown\n\n"
        for (index, reviewed) in open.enumerated() {
            let part = details(of: reviewed)
            guard text.utf8.count + part.utf8.count < Self.longest else {
                return text + "\(open.count - index) more are not shown here.\n\n"
            }
            text += part
        }
        return text
    }

    private func details(of reviewed: ReviewedFinding) -> String {
        let finding = reviewed.finding
        let mark = reviewed.outcome == .fail ? finding.severity.rawValue : reviewed.outcome.rawValue
        let known = reviewed.isKnown ? " (known)" : ""
        var text = "<details><summary><b>\(mark)\(known)</b> \(finding.control.id) "
        text += Markdown.markup(finding.message.shown(200)) + "</summary>\n\n"
        text +=
            "\(Markdown.text(finding.control.title)), \(Markdown.code(subject(of: reviewed).shown(120)))\n\n"
        for evidence in finding.evidence.prefix(8) {
            text += "- \(Markdown.code(line(evidence, of: reviewed)))"
            if let position = evidence.position { text += " in \(Markdown.code(position.short))" }
            text += "\n"
        }
        if finding.evidence.count > 8 { text += "- and \(finding.evidence.count - 8) more\n" }
        let remediation = finding.remediation
        text += "\n\(Markdown.text(remediation.text))\n"
        if let command = remediation.command { text += "\n\(Markdown.block(command))\n" }
        if let decision = reviewed.decisionLine {
            text += "\nDecision: \(Markdown.text(decision.shown(240)))\n"
        }
        return text + "\n</details>\n\n"
    }

    /// What silences findings, so that nobody overlooks it.
    private func decided() -> String {
        let waived = assessment.findings.filter { $0.outcome == .waived }
        guard !waived.isEmpty else { return "" }
        var text = "### Waived by a decision\n\n| control | resource | decision |\n| --- | --- | --- |\n"
        for reviewed in waived.prefix(50) {
            let decision = reviewed.decisionLine?.shown(160) ?? ""
            text +=
                "| \(reviewed.finding.control.id) | \(Markdown.code(subject(of: reviewed).shown(80), inTable: true))"
            text += " | \(Markdown.text(decision)) |\n"
        }
        if waived.count > 50 { text += "\n\(waived.count - 50) more are not shown here.\n" }
        return text + "\n"
    }
}

extension ReviewedFinding {
    /// Failures before unknowns, the gravest first.
    fileprivate var order: Int {
        let rank = Severity.allCases.firstIndex(of: finding.severity) ?? 0
        return outcome == .fail ? -rank - 10 : -rank
    }
}
