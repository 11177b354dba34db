import JSON
import Review
import Rules
import Topology

extension FindingsReport {
    /// The findings as a SARIF 2.1.0 log of one run.
    ///
    /// A failure is of kind `fail`, what is unknown `open`, a question `review`. A decision in force is a suppression
    /// with its reason; beside a baseline each result says whether it is new.
    package func sarif() -> String {
        let controls = assessment.controls
        let places = Dictionary(controls.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("$schema", Self.schema)
            writer.member("version", "2.1.0")
            writer.name("runs")
            writer.array { writer in
                writer.object { writer in
                    writer.object("tool") { writer in
                        writer.object("driver") { writer in
                            writer.member("name", "bulkhead")
                            writer.member("semanticVersion", scope.version)
                            writer.objects("rules", controls) { $1.writeRule(to: &$0) }
                        }
                    }
                    writer.object("automationDetails") { $0.member("id", "bulkhead/\(estate)/") }
                    writer.objects("invocations", [true]) { $0.member("executionSuccessful", $1) }
                    writer.objects("results", listed) { writer, reviewed in
                        write(reviewed, rule: places[reviewed.finding.control.id], to: &writer)
                    }
                    writer.object("properties") { writeSummary(to: &$0) }
                }
            }
        }
        return writer.text + "\n"
    }

    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    private func writeSummary(to writer: inout JSONWriter) {
        writer.member("estate", estate)
        writer.member("resources", topology.resources.count)
        writer.member("notUnderstood", notUnderstood)
        if !scope.filter.isEmpty { writer.member("filter", scope.filter) }
        writer.object("summary") { assessment.counts.write(scope, to: &$0) }
    }

    private func write(_ reviewed: ReviewedFinding, rule: Int?, to writer: inout JSONWriter) {
        let finding = reviewed.finding
        writer.member("ruleId", finding.control.id)
        if let rule { writer.member("ruleIndex", rule) }
        writer.member("kind", finding.outcome.sarifKind)
        writer.member("level", finding.outcome == .fail ? finding.severity.sarifLevel : "none")
        writer.object("message") { $0.member("text", Self.message(finding.message)) }
        writer.name("locations")
        writer.array { writer in
            guard reviewed.position != nil || finding.resource != nil else { return }
            writer.object { writer in
                if let position = reviewed.position { writer.write(position) }
                if let resource = finding.resource { writer.write(resource, topology) }
            }
        }
        writeRelated(finding.evidence.dropFirst(), of: reviewed, to: &writer)
        writer.object("partialFingerprints") { $0.member("bulkhead/v1", finding.fingerprint) }
        if reviewed.standing == .inForce, let decision = reviewed.decision {
            writer.objects("suppressions", [decision]) { writer, decision in
                writer.member("kind", "external")
                writer.member("status", "accepted")
                writer.member("justification", decision.reason)
            }
        }
        if scope.hasBaseline {
            // What waits for nobody is new only where nothing was said of it.
            let isOld = reviewed.isKnown || (!reviewed.needsDecision && reviewed.isInBaseline)
            writer.member("baselineState", isOld ? "unchanged" : "new")
        }
        writer.object("properties") { writeProperties(of: reviewed, to: &$0) }
    }

    /// Evidence beyond the first piece, each place with its line once.
    private func writeRelated(
        _ evidence: ArraySlice<Finding.Evidence>,
        of reviewed: ReviewedFinding,
        to writer: inout JSONWriter
    ) {
        var seen: Set<String> = []
        let related = evidence.filter { proof in
            proof.position.map { seen.insert("\($0.short) \(line(proof, of: reviewed))").inserted } ?? false
        }
        guard !related.isEmpty else { return }
        writer.objects("relatedLocations", related) { writer, proof in
            if let position = proof.position { writer.write(position) }
            writer.object("message") { $0.member("text", Self.message(line(proof, of: reviewed))) }
        }
    }

    private func writeProperties(of reviewed: ReviewedFinding, to writer: inout JSONWriter) {
        let finding = reviewed.finding
        writer.member("outcome", reviewed.outcome.rawValue)
        writer.member("severity", finding.severity.rawValue)
        writer.strings("evidence", finding.evidence.map { line($0, of: reviewed) })
        let remediation = finding.remediation
        writer.member("remediation", remediation.text)
        if let command = remediation.command { writer.member("command", command) }
        if let decision = reviewed.decisionLine { writer.member("decision", decision) }
        if let answer = reviewed.answerLine { writer.member("answer", answer) }
    }

    /// A message in which nothing is taken for a link or a placeholder (SARIF 3.11.5 and 3.11.6).
    static func message(_ text: String) -> String {
        var message = ""
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "]" }) {
            message += rest[..<open]
            let behind = rest[rest.index(after: open)...]
            if rest[open] == "]" {
                message += behind.first == "(" ? "\\]" : "]"
                rest = behind
                continue
            }
            let digits = behind.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty, behind.dropFirst(digits.count).first == "}" else {
                message += "{"
                rest = behind
                continue
            }
            message += "{{\(digits)}}"
            rest = behind.dropFirst(digits.count + 1)
        }
        return message + rest
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ position: SourcePosition) {
        let file = FileReference(position.file)
        object("physicalLocation") { writer in
            writer.object("artifactLocation") { writer in
                writer.member("uri", file.uri)
                if file.isBelowRoot { writer.member("uriBaseId", "%SRCROOT%") }
            }
            writer.object("region") { $0.member("startLine", max(1, position.line)) }
        }
    }

    fileprivate mutating func write(_ resource: Resource, _ topology: Topology) {
        objects("logicalLocations", [resource]) { writer, resource in
            writer.member("name", topology.displayName(of: resource))
            writer.member("fullyQualifiedName", resource.id.text)
            writer.member("kind", "resource")
        }
    }
}

extension Outcome {
    fileprivate var sarifKind: String {
        switch self {
        case .pass: "pass"
        case .fail, .waived: "fail"
        case .unknown: "open"
        case .notApplicable: "notApplicable"
        case .manual: "review"
        }
    }
}
