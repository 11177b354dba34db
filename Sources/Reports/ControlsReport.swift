package import Rules
import Topology

/// The catalogue as `controls` prints it.
package struct ControlsReport: Sendable {
    package let controls: [Control]

    package init(_ controls: [Control]) { self.controls = controls }

    /// One line a control, by section.
    package func list(_ ink: Ink) -> String {
        let sections = Section.allCases.map { section in (section, controls.filter { $0.section == section })
        }
        let blocks = sections.filter { !$0.1.isEmpty }.map { section, controls in
            let title = section.step.map { "\(section.title)  step \($0)" } ?? section.title
            return ([ink(title, .bold)] + controls.map { line($0, ink) }).joined(separator: "\n")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func line(_ control: Control, _ ink: Ink) -> String {
        let severity = control.isQuestion ? "question" : control.severity.rawValue
        return "  " + control.id.padded(7)
            + ink(severity.padded(10), control.isQuestion ? .blue : control.severity.tint)
            + control.title
    }

    /// Everything about each control.
    package func details(_ ink: Ink) -> String {
        controls.map { details($0, ink) }.joined(separator: "\n")
    }

    private func details(_ control: Control, _ ink: Ink) -> String {
        var rows = [
            ("Name", control.name), ("Severity", control.isQuestion ? "question" : control.severity.rawValue),
            ("Section", control.section.title + (control.step.map { ", step \($0)" } ?? "")),
            ("Tier", control.tier.rawValue),
            ("Principles", control.principles.map(\.rawValue).joined(separator: ", ")),
            ("Looks at", control.types.map(\.text).joined(separator: ", ")), ("Why", control.why),
            ("Remediation", control.remediation.text),
        ]
        if let command = control.remediation.command { rows.append(("Command", command)) }
        if let question = control.question { rows.append(("Question", question)) }
        rows += control.benchmarks.sorted { $0.key < $1.key }.map {
            ($0.key, $0.value.joined(separator: ", "))
        }
        rows.append(("Documentation", control.documentation))
        return ink("\(control.id)  \(control.title)", .bold) + "\n"
            + rows.filter { !$1.isEmpty }.map { "  " + ink($0.padded(16), .quiet) + $1 + "\n" }.joined()
    }
}

extension Control {
    /// Whether it can only be asked, not decided.
    var isQuestion: Bool { if case .manual = decision { true } else { false } }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
