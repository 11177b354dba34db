import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The report for people: by step, gravest first, each finding with its evidence and how to put it right.
    ///
    /// Names from the input are made safe for a terminal.
    package func text(_ ink: Ink) -> String {
        var lines = [ink(Printable.safe(estate), .bold) + "  \(topology.resources.count) resources"]
        if notUnderstood > 0 { lines[0] += ", \(notUnderstood) not understood" }
        for step in Walk.Step.allCases {
            let all = assessment.findings.filter { $0.finding.control.section.reviewStep == step.rawValue }
            lines += [
                "", ink("Step \(step.rawValue)  \(step.title)", .bold) + "  " + ReviewCounts(all).text(ink),
            ]
            for finding in listed where finding.finding.control.section.reviewStep == step.rawValue {
                lines += finding.text(ink)
            }
        }
        lines += ["", assessment.counts.text(ink)]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ReviewCounts {
    /// The counts that are not zero, in words.
    fileprivate func text(_ ink: Ink) -> String {
        let parts = Outcome.allCases.compactMap { outcome -> String? in
            let count = self[outcome]
            return count == 0 ? nil : ink("\(count) \(outcome.words)", outcome.tint)
        }
        return parts.isEmpty ? ink("nothing to check", .quiet) : parts.joined(separator: ", ")
    }
}

extension ReviewedFinding {
    fileprivate func text(_ ink: Ink) -> [String] {
        let control = finding.control
        let subject = finding.resource.map { Printable.safe($0.name) + "  " } ?? ""
        let mark = outcome == .fail ? "FAIL \(finding.severity.rawValue)" : outcome.words
        let width = max(0, 14 - mark.count)
        var lines = [
            "  " + ink(mark, outcome == .fail ? finding.severity.tint : outcome.tint)
                + String(repeating: " ", count: width)
                + "\(control.id)  \(subject)\(Printable.safe(finding.message))"
        ]
        let indent = String(repeating: " ", count: 16)
        for evidence in finding.evidence {
            var line =
                "\(indent)\(Printable.safe(evidence.path)) = \(Printable.safe(evidence.shortValue ?? "(absent)"))"
            if let expected = evidence.expected { line += ", expected \(expected)" }
            if let position = evidence.position {
                line += ink("  \(Printable.safe(position.file)):\(position.line)", .quiet)
            }
            lines.append(line)
        }
        if [.fail, .unknown].contains(outcome) {
            let remediation = finding.remediation
            lines.append(indent + ink("fix: ", .quiet) + Printable.safe(remediation.text))
            if let command = remediation.command {
                lines.append(indent + ink("     " + command, .quiet))
            }
        }
        if let decision, let standing {
            let effect = standing == .inForce ? "" : " (\(standing.rawValue): it silences nothing)"
            let reason = Printable.safe(decision.reason)
            lines.append(indent + ink("decision: \(decision.kind.rawValue)\(effect): \(reason)", .quiet))
        }
        return lines
    }
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
