import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The report for people: by step and section, each finding with its evidence and how to put it right.
    ///
    /// Only steps whose controls were run are shown. Names from the input are made safe for a terminal, and what
    /// could be of any length is cut, so that each line can be read.
    package func text(_ ink: Ink) -> String {
        var lines = [ink(estate.shown(80), .bold) + "  " + topology.resources.count.counted("resource")]
        if notUnderstood > 0 { lines[0] += ", \(notUnderstood.counted("part")) not understood" }
        if !scope.filter.isEmpty { lines.append(ink("Only \(scope.filter.shown(200))", .quiet)) }
        let byStep = Dictionary(grouping: assessment.findings) { $0.finding.control.section.reviewStep }
        let listed = Dictionary(grouping: listed) { $0.finding.control.section }
        for step in Walk.Step.allCases {
            guard let all = byStep[step.rawValue] else { continue }
            lines += [
                "", ink("Step \(step.rawValue)  \(step.title)", .bold) + "  " + ReviewCounts(all).text(ink),
            ]
            for section in Section.allCases where section.reviewStep == step.rawValue {
                guard let findings = listed[section] else { continue }
                if section.step == nil { lines += ["", "  " + ink(section.title, .bold)] }
                for finding in findings { lines += FindingLines(finding, in: topology, ink).lines }
            }
        }
        lines += ["", assessment.counts.text(ink)]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ReviewCounts {
    /// The counts that are not zero, in words.
    fileprivate func text(_ ink: Ink) -> String {
        var parts = Outcome.allCases.compactMap { outcome -> String? in
            let count = self[outcome]
            return count == 0 ? nil : ink("\(count) \(outcome.words)", outcome.tint)
        }
        if answered > 0 {
            let open = attention == 0 ? "" : " (\(attention) to attend to)"
            parts.append(ink("\(answered) answered\(open)", attention == 0 ? .blue : .red))
        }
        if known > 0 { parts.append(ink("\(known) known from the baseline", .quiet)) }
        return parts.isEmpty ? ink("nothing to check", .quiet) : parts.joined(separator: ", ")
    }
}
