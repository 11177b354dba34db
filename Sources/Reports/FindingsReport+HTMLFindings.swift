import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// Of one control no more findings are written out; the others are counted.
    private static let mostOfOneControl = 200

    /// What is wrong, unknown or asked in a step, by control.
    func writeFindings(of step: Walk.Step, into page: inout Markup) {
        let findings = listed.filter { $0.finding.control.section.reviewStep == step.rawValue }
        let open = findings.filter { ![.pass, .notApplicable].contains($0.outcome) }
        page.element("section", ["id": "step-\(step.rawValue)", "class": "step"]) { page in
            page.element("h2", "Step \(step.rawValue): \(step.title)")
            page.element("p", ["class": "quiet"], step.purpose)
            guard !open.isEmpty else {
                page.element("p", "Nothing to report here.")
                return
            }
            for group in Self.grouped(open) { write(group, into: &page) }
        }
        page.breakLine()
    }

    /// The findings of each control together, in the order of the controls.
    private static func grouped(_ findings: [ReviewedFinding]) -> [[ReviewedFinding]] {
        var groups: [[ReviewedFinding]] = []
        for reviewed in findings {
            if groups.last?.first?.finding.control.id == reviewed.finding.control.id {
                groups[groups.count - 1].append(reviewed)
            } else {
                groups.append([reviewed])
            }
        }
        return groups
    }

    private func write(_ findings: [ReviewedFinding], into page: inout Markup) {
        guard let control = findings.first?.finding.control else { return }
        page.breakLine()
        page.element("article", ["id": control.id]) { page in
            page.element("h3") { page in
                page.element("span", ["class": "id"], control.id)
                page.text(" \(control.title)")
            }
            page.element("p", ["class": "quiet"]) { page in
                page.text(control.isQuestion ? "question" : control.severity.rawValue)
                page.text(", \(control.name), \(control.section.title)")
                for (name, items) in control.benchmarks.sorted(by: { $0.key < $1.key }) {
                    page.text(", \(name) \(items.joined(separator: " "))")
                }
            }
            if !control.why.isEmpty { page.element("p", control.why) }
            page.element("p") { page in
                page.element("b", "To put it right: ")
                page.text(control.remediation.text)
                if control.documentation.hasPrefix("https://") {
                    page.text(" ")
                    page.element("a", ["href": control.documentation, "rel": "noreferrer"], "Documentation")
                }
            }
            page.element("ul", ["class": "findings"]) { page in
                for reviewed in findings.prefix(Self.mostOfOneControl) { write(reviewed, into: &page) }
            }
            let more = findings.count - Self.mostOfOneControl
            if more > 0 {
                page.element("p", "\(more) more of this control are in the findings as CSV or JSON.")
            }
        }
    }

    private func write(_ reviewed: ReviewedFinding, into page: inout Markup) {
        let finding = reviewed.finding
        let isFailure = reviewed.outcome == .fail && !reviewed.isKnown
        let tone =
            isFailure ? finding.severity.rawValue : reviewed.isKnown ? "quiet" : reviewed.outcome.rawValue
        page.breakLine()
        page.element("li", ["id": "f-\(finding.fingerprint)"]) { page in
            page.element("p") { page in
                page.element(
                    "span",
                    ["class": "mark \(tone)"],
                    isFailure ? finding.severity.rawValue : reviewed.word
                )
                page.text(" ")
                page.element("b", subject(of: reviewed).shown(160))
                page.text("  \(finding.message.shown(400))")
            }
            if let id = finding.resource?.id.text {
                page.element("p", ["class": "quiet"]) { $0.element("code", id.shown(400)) }
            }
            write(finding.evidence, of: reviewed, into: &page)
            let remediation = finding.remediation
            if remediation.text != finding.control.remediation.text, isFailure {
                page.element("p", remediation.text)
            }
            if isFailure, let command = remediation.command { page.element("pre", command) }
            if let decision = reviewed.decisionLine { page.element("p", "Decision: \(decision.shown(400))") }
            if let answer = reviewed.answerLine { page.element("p", "Answer: \(answer.shown(400))") }
        }
    }

    private func write(_ evidence: [Finding.Evidence], of reviewed: ReviewedFinding, into page: inout Markup)
    {
        guard !evidence.isEmpty else { return }
        page.element("table", ["class": "evidence"]) { page in
            page.row("th", ["Property", "Value", "Expected", "Where"])
            for proof in evidence.prefix(20) {
                let owner = owner(of: proof, in: reviewed).map { " of \($0.shown(80))" } ?? ""
                page.element("tr") { page in
                    page.element("td") { page in
                        page.element("code", proof.path.isEmpty ? "the resource" : proof.path.shown(160))
                        page.text(owner)
                    }
                    page.element("td") { $0.element("code", proof.shortValue?.shown(120) ?? "(absent)") }
                    page.element("td", proof.expected?.shown(160) ?? "")
                    page.element("td") { $0.element("code", proof.position?.short ?? "") }
                }
            }
        }
        if evidence.count > 20 { page.element("p", "and \(evidence.count - 20) more pieces of evidence") }
    }
}
