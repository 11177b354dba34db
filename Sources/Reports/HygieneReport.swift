import JSON
package import Reachability
import Topology

/// What `hygiene` prints: what is wrong with rules, and how much each lets through.
package struct HygieneReport: Sendable {
    private let hygiene: RuleHygiene

    package init(_ hygiene: RuleHygiene) { self.hygiene = hygiene }

    private var findings: [(list: RuleHygiene.List, finding: RuleHygiene.Finding)] {
        hygiene.lists.flatMap { list in list.findings.map { (list, $0) } }
    }

    private func count(_ kind: RuleHygiene.Kind) -> Int { findings.count { $0.finding.kind == kind } }

    /// The answer for programs: `bulkhead.hygiene/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.hygiene/1")
            writer.object("summary") { writer in
                writer.member("lists", hygiene.lists.count)
                for kind in RuleHygiene.Kind.allCases { writer.member(kind.rawValue, count(kind)) }
            }
            writer.objects("lists", hygiene.lists) { writer, list in
                writer.member("resource", list.resource.text)
                writer.member("list", list.kind.rawValue)
                writer.member("attached", list.isAttached)
                writer.objects("rules", list.rules) { $0.hygieneRule($1) }
                writer.objects("findings", list.findings) { $0.hygieneFinding($1) }
            }
        }
        return writer.text + "\n"
    }

    /// The findings as comma-separated values, one a line (RFC 4180).
    package func csv() -> String {
        let rows = findings.map { list, finding in
            let rule = list.rules.first { $0.name == finding.rule }
            let by = finding.by.map(\.name).joined(separator: " ")
            let witness = finding.witness.map { ReachReport.sentence($0) } ?? ""
            let counts = [
                rule?.admitted?.space, rule?.admitted?.endpoints, rule?.onlyAdmitted?.space,
                rule?.onlyAdmitted?.endpoints,
            ]
            var cells = [finding.kind.rawValue, list.resource.text, list.kind.rawValue, finding.rule.name]
            cells += [finding.rule.priority.map(String.init) ?? "", by, witness]
            cells += counts.map { count in count.map { String($0) } ?? "" }
            cells.append(finding.detail)
            return cells.map(FindingsReport.cell).joined(separator: ",")
        }
        let head =
            "kind,resource,list,rule,priority,by,witness,space,endpoints,onlySpace,onlyEndpoints,detail"
        return ([head] + rows).joined(separator: "\r\n") + "\r\n"
    }

    /// The answer for people.
    package func text(_ ink: Ink) -> String {
        var lines: [String] = []
        for list in hygiene.lists where !list.findings.isEmpty {
            let attached = list.isAttached ? "" : ", which guards nothing"
            lines.append(
                ink(Printable.safe(list.resource.displayName), .bold) + " \(list.kind.rawValue)\(attached)"
            )
            for finding in list.findings {
                let pad = String(repeating: " ", count: max(0, 11 - finding.kind.rawValue.count))
                lines.append(
                    "  " + mark(finding.kind, ink) + pad + " " + Printable.safe(finding.detail)
                )
                if let witness = finding.witness {
                    lines.append(
                        "              " + ink("packet", .quiet) + " \(ReachReport.sentence(witness))"
                    )
                }
                let rule = list.rules.first { $0.name == finding.rule }
                if finding.kind == .overBroad, let all = rule?.admitted, let own = rule?.onlyAdmitted {
                    lines.append("              " + Self.admission(all, own))
                }
            }
            lines.append("")
        }
        let counts = RuleHygiene.Kind.allCases.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
        let rules = hygiene.lists.reduce(0) { $0 + $1.rules.count { !$0.isDefault } }
        lines.append("\(rules.counted("rule")) in \(hygiene.lists.count.counted("list")): \(counts)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func admission(_ all: RuleAdmission, _ own: RuleAdmission) -> String {
        "admits \(all.space) combinations of source, destination and service, \(all.endpoints) of them between "
            + "endpoints that exist; nothing else admits \(own.space) and \(own.endpoints)"
    }

    private func mark(_ kind: RuleHygiene.Kind, _ ink: Ink) -> String {
        switch kind {
        case .shadowed, .overBroad: ink(kind.rawValue, .boldRed)
        case .conflicting, .dead: ink(kind.rawValue, .yellow)
        case .redundant, .covered: ink(kind.rawValue, .quiet)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func ruleName(_ name: RuleHygiene.RuleName) {
        member("rule", name.name)
        member("resource", name.resource.text)
        if let priority = name.priority { member("priority", priority) }
        if let path = name.path { member("path", path) }
    }

    fileprivate mutating func hygieneRule(_ rule: RuleHygiene.Rule) {
        ruleName(rule.name)
        let action =
            switch rule.action {
            case .allow: "allow"
            case .deny: "deny"
            case .unknown: "unknown"
            }
        member("action", action)
        if rule.isDefault { member("default", true) }
        admission("admitted", rule.admitted)
        admission("onlyAdmitted", rule.onlyAdmitted)
    }

    private mutating func admission(_ name: String, _ admission: RuleAdmission?) {
        guard let admission else { return }
        object(name) { writer in
            writer.name("space")
            writer.raw(String(admission.space))
            writer.name("endpoints")
            writer.raw(String(admission.endpoints))
        }
    }

    fileprivate mutating func hygieneFinding(_ finding: RuleHygiene.Finding) {
        member("kind", finding.kind.rawValue)
        ruleName(finding.rule)
        objects("by", finding.by) { $0.ruleName($1) }
        if let witness = finding.witness { object("witness") { $0.packet(witness) } }
        member("detail", finding.detail)
    }
}
