import Canvas
import Review
import Rules
import Topology

/// A column of the table of findings.
enum FindingColumn: String, Sendable, CaseIterable {
    case severity, control, resource, message, title, step, outcome, decision

    var name: String {
        switch self {
        case .severity: "Sev"
        case .control: "Control"
        case .resource: "Resource"
        case .message: "What is so"
        case .title: "What is asked"
        case .step: "Step"
        case .outcome: "Outcome"
        case .decision: "Decision"
        }
    }

    /// Whether rows can be sorted by it.
    var isSortable: Bool { self != .title && self != .message }

    var column: Table.Column {
        switch self {
        case .severity: Table.Column(name, minimum: 6, ideal: 6)
        case .control: Table.Column(name, minimum: 7, ideal: 7, priority: 1)
        case .resource: Table.Column(name, minimum: 9, ideal: 20)
        case .message: Table.Column(name, minimum: 26, ideal: 60, priority: 2, stretches: true)
        case .title: Table.Column(name, minimum: 40, ideal: 60, priority: 6)
        case .step: Table.Column(name, minimum: 4, ideal: 4, priority: 5, alignment: .trailing)
        case .outcome: Table.Column(name, minimum: 9, ideal: 9, priority: 1)
        case .decision: Table.Column(name, minimum: 9, ideal: 14, priority: 4)
        }
    }

    /// What stands in the column for a finding.
    func cell(_ reviewed: ReviewedFinding) -> StyledLine {
        let finding = reviewed.finding
        switch self {
        case .severity: return finding.severity.badge
        case .control: return StyledLine(finding.control.id, .accent)
        case .resource: return StyledLine(finding.resource?.id.displayName ?? "whole estate", .text)
        case .message: return StyledLine(finding.message, .text)
        case .title: return StyledLine(finding.control.title, .muted)
        case .step: return StyledLine(String(finding.control.section.reviewStep), .muted)
        case .outcome: return reviewed.outcome.badge
        case .decision:
            if let answer = reviewed.answer { return StyledLine("says \(answer.answer.rawValue)", .waived) }
            guard let decision = reviewed.decision else { return StyledLine() }
            let isCounting = reviewed.standing == .inForce
            let text = isCounting ? decision.kind.rawValue : reviewed.standing?.rawValue ?? ""
            return StyledLine(text, isCounting ? .waived : .fail)
        }
    }
}

extension Severity {
    /// Its shape and its short name.
    var badge: StyledLine {
        let name = self == .critical ? "crit" : self == .medium ? "med" : rawValue
        return StyledLine("\(Glyph(self).character) \(name)", Role(self), self >= .high ? .bold : [])
    }
}

extension Severity {
    /// Lower comes first where what is gravest comes first.
    var rank: Int {
        switch self {
        case .critical: 0
        case .high: 1
        case .medium: 2
        case .low: 3
        case .info: 4
        }
    }
}

extension Outcome {
    /// Its shape and its short name.
    var badge: StyledLine {
        let name = self == .notApplicable ? "n/a" : self == .manual ? "asked" : rawValue
        return StyledLine("\(Glyph(self).character) \(name)", Role(self))
    }

    /// Lower comes first where what needs attention comes first.
    var rank: Int {
        switch self {
        case .fail: 0
        case .unknown: 1
        case .manual: 2
        case .waived: 3
        case .pass: 4
        case .notApplicable: 5
        }
    }
}

extension ReviewedFinding {
    /// Lower comes first in a short list: what needs attention, then what is gravest, then by control.
    var gravity: (Int, Int, String) { (outcome.rank, finding.severity.rank, finding.control.id) }
}

extension FindingsView.Order {
    /// Sorts findings; equal ones keep the order of the assessment.
    func sort(_ findings: [Int], of estate: Estate) -> [Int] {
        let facts = estate.facts
        switch column {
        case nil:
            // What fails comes before what is only asked, however grave the question.
            return sort(findings) { facts[$0].outcome.rank * 10 + facts[$0].severity.rank }
        case .severity: return sort(findings) { facts[$0].severity.rank }
        case .outcome: return sort(findings) { facts[$0].outcome.rank }
        case .step: return sort(findings) { facts[$0].step }
        case .control, .title, .message: return isReversed ? findings.reversed() : findings
        case .resource:
            return sort(findings) {
                estate.findings[$0].finding.resource?.id.displayName.lowercased() ?? ""
            }
        case .decision: return sort(findings) { estate.findings[$0].decision?.kind.rawValue ?? "~" }
        }
    }

    /// Sorts by a small number: each row is put behind those with the same one.
    private func sort(_ findings: [Int], by key: (Int) -> Int) -> [Int] {
        var rows: [[Int]] = []
        for finding in findings {
            let key = key(finding)
            while rows.count <= key { rows.append([]) }
            rows[key].append(finding)
        }
        return Array((isReversed ? rows.reversed() : rows).joined())
    }

    private func sort<Key: Comparable>(_ findings: [Int], by key: (Int) -> Key) -> [Int] {
        let keyed = findings.map { (key: key($0), index: $0) }
        let sorted = keyed.sorted { left, right in
            if left.key == right.key { return left.index < right.index }
            return isReversed ? right.key < left.key : left.key < right.key
        }
        return sorted.map(\.index)
    }
}
