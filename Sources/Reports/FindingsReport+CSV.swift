import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The findings as a table by RFC 4180: a row each below a row of names, with CRLF.
    ///
    /// A cell that a spreadsheet would take for a formula begins with an apostrophe.
    package func csv() -> String {
        var table = Self.columns.joined(separator: ",") + "\r\n"
        for reviewed in listed {
            table += cells(of: reviewed).map(Self.cell).joined(separator: ",")
            table += "\r\n"
        }
        return table
    }

    private static let columns = [
        "control", "name", "section", "step", "outcome", "severity", "title", "resource", "resourceName",
        "type",
        "message", "evidence", "file", "line", "remediation", "command", "decision", "standing", "reason",
        "owner",
        "expires", "answer", "note", "baseline", "fingerprint",
    ]

    private func cells(of reviewed: ReviewedFinding) -> [String] {
        let finding = reviewed.finding
        let control = finding.control
        let remediation = finding.remediation
        let evidence = finding.evidence.map { line($0, of: reviewed) }.joined(separator: "; ")
        return [
            control.id, control.name, control.section.rawValue, String(control.section.reviewStep),
            reviewed.outcome.rawValue, finding.severity.rawValue, control.title,
            finding.resource?.id.text ?? "", finding.resource.map(topology.displayName(of:)) ?? "",
            finding.resource?.type.text ?? "", finding.message, evidence, reviewed.position?.file ?? "",
            reviewed.position.map { String($0.line) } ?? "", remediation.text, remediation.command ?? "",
            reviewed.decision?.kind.rawValue ?? "", reviewed.standing?.rawValue ?? "",
            reviewed.decision?.reason ?? "", reviewed.decision?.owner ?? reviewed.answer?.owner ?? "",
            reviewed.decision?.expires?.description ?? "", reviewed.answer?.answer.rawValue ?? "",
            reviewed.answer?.note ?? "", reviewed.baselineWord(scope) ?? "", finding.fingerprint,
        ]
    }

    /// A cell: quoted where it must be, and never a formula.
    static func cell(_ value: String) -> String {
        var text = Printable.safe(value)
        if let first = text.unicodeScalars.first, isFormula(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether spreadsheets read what begins so as a formula, its wide forms included.
    private static func isFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "|", "%", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}

extension ReviewedFinding {
    /// `new` or `known` beside a baseline, for what one could hold; nil for all else.
    func baselineWord(_ scope: FindingsReport.Scope) -> String? {
        guard scope.hasBaseline, isKnown || needsDecision else { return nil }
        return isKnown ? "known" : "new"
    }
}
