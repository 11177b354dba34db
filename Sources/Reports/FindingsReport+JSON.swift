import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The report for programs: `bulkhead.findings/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.findings/1")
            writer.object("estate") {
                $0.member("name", estate)
                $0.member("resources", topology.resources.count)
                $0.member("notUnderstood", notUnderstood)
            }
            if !scope.filter.isEmpty { writer.member("filter", scope.filter) }
            writer.object("summary") { assessment.counts.write(scope, to: &$0) }
            writer.objects("findings", listed) { $1.write(scope, to: &$0) }
        }
        return writer.text + "\n"
    }
}

extension Outcome {
    /// The key of the summary: camelCase, as every key is.
    fileprivate var key: String { self == .notApplicable ? "notApplicable" : rawValue }
}

extension ReviewCounts {
    /// The counts as members of an object; those of a baseline only where there is one.
    func write(_ scope: FindingsReport.Scope, to writer: inout JSONWriter) {
        for outcome in Outcome.allCases { writer.member(outcome.key, self[outcome]) }
        writer.member("answered", answered)
        writer.member("attention", attention)
        if scope.hasBaseline { writer.member("known", known) }
    }
}

extension ReviewedFinding {
    fileprivate func write(_ scope: FindingsReport.Scope, to writer: inout JSONWriter) {
        let control = finding.control
        writer.member("control", control.id)
        writer.member("name", control.name)
        writer.member("section", control.section.rawValue)
        writer.member("step", control.step)
        writer.member("outcome", outcome.rawValue)
        writer.member("severity", finding.severity.rawValue)
        writer.member("title", control.title)
        writer.member("resource", finding.resource?.id.text)
        writer.objects("evidence", finding.evidence) { $1.write(to: &$0) }
        writer.member("message", finding.message)
        writer.object("remediation") {
            let remediation = finding.remediation
            $0.member("text", remediation.text)
            $0.member("command", remediation.command)
        }
        if let position = finding.evidence.first?.position ?? finding.resource?.body.position {
            writer.object("source") {
                $0.write(position)
                // Where the resource was written, in Terraform's words.
                if let address = finding.resource?.terraformAddress { $0.member("address", address) }
            }
        }
        if let decision, let standing {
            writer.object("decision") {
                $0.member("decision", decision.kind.rawValue)
                $0.member("standing", standing.rawValue)
                $0.member("reason", decision.reason)
                $0.member("owner", decision.owner)
                $0.member("expires", decision.expires?.description)
            }
        }
        if let answer {
            writer.object("answer") {
                $0.member("answer", answer.answer.rawValue)
                $0.member("note", answer.note)
                $0.member("owner", answer.owner)
                $0.member("answered", answer.answered)
            }
        }
        if let baseline = baselineWord(scope) { writer.member("baseline", baseline) }
        writer.member("fingerprint", finding.fingerprint)
    }
}

extension Finding.Evidence {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("path", path)
        writer.name("value")
        writer.raw(value ?? "null")
        writer.member("expected", expected)
        writer.member("resource", resource.text)
        if let position { writer.object("source") { $0.write(position) } }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ position: SourcePosition) {
        member("file", position.file)
        member("line", position.line)
        member("column", position.column)
    }
}
