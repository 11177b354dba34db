import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The findings as JUnit XML: a suite for each section, a case for each resource a control judged.
    ///
    /// Passes are cases too, whatever is listed elsewhere: build servers show how many of all passed. What is unknown,
    /// asked, waived or known from a baseline is skipped, with the reason; it is neither a failure nor a pass.
    package func junit() -> String {
        let findings = assessment.findings.filter {
            scope.listsEverything || ($0.outcome != .notApplicable && !$0.isKnown)
        }
        let suites = Dictionary(grouping: findings) { $0.finding.control.section }
        var xml = Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let all = Tally(findings)
        let counts = assessment.counts
        xml.element(
            "testsuites",
            [
                "name": "bulkhead \(estate)", "tests": String(all.tests), "failures": String(all.failures),
                "skipped": String(all.skipped), "errors": "0",
            ]
        ) { xml in
            for section in Section.allCases {
                guard let findings = suites[section] else { continue }
                let tally = Tally(findings)
                xml.breakLine()
                xml.element(
                    "testsuite",
                    [
                        "name": "Step \(section.reviewStep) \(section.rawValue) \(section.title)",
                        "tests": String(tally.tests), "failures": String(tally.failures),
                        "skipped": String(tally.skipped), "errors": "0", "time": "0",
                    ]
                ) { xml in
                    xml.breakLine()
                    xml.element("properties") { xml in
                        xml.leaf("property", ["name": "estate", "value": estate])
                        xml.leaf("property", ["name": "waived", "value": String(counts[.waived])])
                        if scope.hasBaseline {
                            xml.leaf("property", ["name": "known", "value": String(counts.known)])
                        }
                        if !scope.filter.isEmpty {
                            xml.leaf("property", ["name": "filter", "value": scope.filter])
                        }
                    }
                    for name in CaseName.names(of: findings, in: self) { write(name, into: &xml) }
                    xml.breakLine()
                }
            }
            xml.breakLine()
        }
        return xml.written + "\n"
    }

    private func write(_ name: CaseName, into xml: inout Markup) {
        let reviewed = name.reviewed
        let control = reviewed.finding.control
        xml.breakLine()
        xml.element(
            "testcase",
            [
                "classname": "\(control.section.rawValue).\(control.id) \(control.name)", "name": name.text,
                "file": reviewed.position?.file, "line": reviewed.position.map { String($0.line) },
                "time": "0",
            ]
        ) { xml in
            switch Tally.fate(of: reviewed) {
            case .passes: break
            case .skipped(let reason): xml.leaf("skipped", ["message": reason])
            case .fails:
                xml.element(
                    "failure",
                    ["message": reviewed.finding.message, "type": reviewed.finding.severity.rawValue]
                ) { xml in
                    for line in lines(of: reviewed) {
                        xml.breakLine()
                        xml.text(line)
                    }
                    xml.breakLine()
                }
            }
        }
    }

    /// What proves a failure and how it is put right, a line each.
    private func lines(of reviewed: ReviewedFinding) -> [String] {
        let finding = reviewed.finding
        var lines = ["\(finding.control.id) \(finding.control.title)"]
        if let id = finding.resource?.id { lines.append(id.text) }
        lines += finding.evidence.map { evidence in
            line(evidence, of: reviewed) + (evidence.position.map { " (\($0.short))" } ?? "")
        }
        let remediation = finding.remediation
        lines.append("fix: \(remediation.text)")
        if let command = remediation.command { lines.append(command) }
        if let decision = reviewed.decisionLine { lines.append("decision: \(decision)") }
        return lines
    }
}

/// A case of a suite; no two of one control are called the same.
private struct CaseName {
    let reviewed: ReviewedFinding
    let text: String

    static func names(of findings: [ReviewedFinding], in report: FindingsReport) -> [CaseName] {
        let names = findings.map { reviewed in
            let control = reviewed.finding.control
            return "\(control.id) \(report.subject(of: reviewed)): \(control.title)"
        }
        let often = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return zip(findings, names).map { reviewed, name in
            guard often[name, default: 0] > 1, let id = reviewed.finding.resource?.id.text else {
                return CaseName(reviewed: reviewed, text: name)
            }
            return CaseName(reviewed: reviewed, text: "\(name) (\(id))")
        }
    }
}

/// How many cases there are, and what becomes of each.
private struct Tally {
    let tests: Int
    var failures = 0
    var skipped = 0

    enum Fate {
        case passes, fails
        case skipped(String)
    }

    init(_ findings: [ReviewedFinding]) {
        tests = findings.count
        for reviewed in findings {
            switch Self.fate(of: reviewed) {
            case .passes: break
            case .fails: failures += 1
            case .skipped: skipped += 1
            }
        }
    }

    static func fate(of reviewed: ReviewedFinding) -> Fate {
        let message = reviewed.finding.message
        if reviewed.isKnown { return .skipped("known from the baseline: \(message)") }
        if reviewed.isAnswered, let answer = reviewed.answerLine { return .skipped("answered \(answer)") }
        return switch reviewed.outcome {
        case .pass: .passes
        case .fail: .fails
        case .unknown: .skipped("unknown: \(message)")
        case .manual: .skipped("asked: \(message)")
        case .waived: .skipped("waived: \(reviewed.decisionLine ?? "")")
        case .notApplicable: .skipped("not applicable: \(message)")
        }
    }
}
