import Review
import Rules
import Topology

extension FindingsReport {
    /// Every decision that covers a finding, whether it counts or not.
    func writeDecisions(into page: inout Markup) {
        let decided = assessment.findings.filter { $0.decision != nil }
        page.element("section", ["id": "decisions"]) { page in
            page.element("h2", "Decisions")
            guard !decided.isEmpty else {
                page.element("p", "No decision covers a finding of this report.")
                return
            }
            page.element("p") { page in
                page.text("A decision silences its finding while it has a reason and has not expired. ")
                page.text("\(assessment.counts[.waived].counted("finding")) waived as of \(scope.today).")
            }
            page.element("table") { page in
                page.row("th", ["Control", "Resource", "Decision", "Reason", "Owner", "Expires", "Counts"])
                for reviewed in decided.prefix(500) {
                    guard let decision = reviewed.decision, let standing = reviewed.standing else { continue }
                    page.row(
                        "td",
                        [
                            reviewed.finding.control.id, subject(of: reviewed).shown(120),
                            decision.kind.rawValue,
                            decision.reason.shown(400), (decision.owner ?? "").shown(80),
                            decision.expires?.description ?? "never",
                            standing == .inForce ? "yes" : "no, \(standing.rawValue)",
                        ]
                    )
                }
            }
            if decided.count > 500 { page.element("p", "and \(decided.count - 500) more") }
        }
        page.breakLine()
    }

    /// Every control that was run and what came of it, so that it shows what was looked at.
    func writeCoverage(into page: inout Markup) {
        let byControl = Dictionary(grouping: assessment.findings) { $0.finding.control.id }
        page.element("section", ["id": "coverage"]) { page in
            page.element("h2", "What was checked")
            page.element("table") { page in
                page.row("th", ["Control", "Title", "Severity", "Fail", "Unknown", "Pass", "Other"])
                for control in assessment.controls {
                    let counts = ReviewCounts(byControl[control.id] ?? [])
                    let other = counts[.manual] + counts.answered + counts[.waived] + counts.known
                    page.element("tr") { page in
                        page.element("td") { page in
                            let isLinked = counts[.fail] + counts[.unknown] + other > 0
                            if isLinked {
                                page.element("a", ["href": "#\(control.id)"], control.id)
                            } else {
                                page.text(control.id)
                            }
                        }
                        page.element("td", control.title)
                        page.element("td", control.isQuestion ? "question" : control.severity.rawValue)
                        if counts.total == counts[.notApplicable] {
                            page.element(
                                "td",
                                ["colspan": "4", "class": "quiet"],
                                "does not apply to this estate"
                            )
                        } else {
                            for number in [counts[.fail], counts[.unknown], counts[.pass], other] {
                                page.element("td", ["class": "number"], String(number))
                            }
                        }
                    }
                    page.breakLine()
                }
            }
        }
        page.breakLine()
    }

    /// What a reader must know before relying on the report.
    func writeScope(into page: inout Markup) {
        page.element("section", ["id": "scope"]) { page in
            page.element("h2", "How to read this")
            page.element("ul") { page in
                page.element("li") { page in
                    page.text(
                        "It is made from the configuration that was given, by bulkhead \(scope.version); "
                    )
                    page.text("nothing was asked of Azure, and no traffic was seen.")
                }
                page.element(
                    "li",
                    "Unknown means that the input does not tell; it is neither a pass nor a failure."
                )
                if notUnderstood > 0 {
                    let parts = notUnderstood.counted("part")
                    page.element("li", "\(parts) of the input were not understood and are not judged.")
                }
                if !scope.filter.isEmpty {
                    page.element("li", "It holds only what this filter keeps: \(scope.filter.shown(400))")
                }
                if scope.hasBaseline {
                    let known = assessment.counts.known.counted("finding")
                    page.element(
                        "li",
                        "It is compared with an earlier run: \(known) known from there count as nothing new."
                    )
                }
                page.element("li", "Keys and passwords of the input are shown as dots.")
            }
        }
        page.breakLine()
    }
}
