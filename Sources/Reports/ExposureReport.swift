import JSON
package import Reachability
import Topology

/// What `exposure` prints: every way in from outside, and every way out.
package struct ExposureReport: Sendable {
    private let exposure: Exposure

    package init(_ exposure: Exposure) { self.exposure = exposure }

    /// The answer for programs: `bulkhead.exposure/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.exposure/1")
            writer.objects("waysIn", exposure.waysIn) { $0.way($1) }
            writer.objects("waysOut", exposure.waysOut) { $0.way($1) }
        }
        return writer.text + "\n"
    }

    /// The ways as comma-separated values, one a line (RFC 4180).
    package func csv() -> String {
        let all = exposure.waysIn.map { ("in", $0) } + exposure.waysOut.map { ("out", $0) }
        let rows = all.map { direction, way -> String in
            var cells = [direction, way.side.rawValue, way.door.rawValue]
            cells += [way.through?.text ?? "", way.rule ?? "", way.endpoint.text]
            cells += [way.address?.description ?? "", way.flows.description, way.verdict.rawValue]
            cells.append(way.trace?.decidedBy.map { ReachReport.describe($0) } ?? "")
            cells.append(way.witness.map { ReachReport.sentence($0) } ?? "")
            return cells.map(FindingsReport.cell).joined(separator: ",")
        }
        let head = "direction,side,door,through,rule,endpoint,address,flows,verdict,decidedBy,witness"
        return ([head] + rows).joined(separator: "\r\n") + "\r\n"
    }

    /// The answer for people.
    package func text(_ ink: Ink) -> String {
        var lines: [String] = []
        func list(_ title: String, _ ways: [Exposure.Way], _ preposition: String) {
            lines.append(ink("\(title): \(ways.count)", .bold))
            for way in ways {
                let address = way.address.map { " (\($0))" } ?? ""
                let through = way.through.map { " \($0.displayName)" } ?? ""
                let rule = way.rule.map { " \($0)" } ?? ""
                let verdict = way.verdict == .allow ? "" : "  " + ink("not certain", .yellow)
                let line =
                    "  \(way.endpoint.displayName)\(address)  \(preposition) \(way.side.rawValue) by "
                    + "\(way.door.rawValue)\(through)\(rule)  \(way.flows)"
                lines.append(Printable.safe(line) + verdict)
                if let step = way.trace?.decidedBy {
                    lines.append("    " + ink("decided by", .quiet) + " \(ReachReport.describe(step))")
                }
            }
        }
        list("ways in", exposure.waysIn, "from")
        lines.append("")
        list("ways out", exposure.waysOut, "to")
        return lines.joined(separator: "\n") + "\n"
    }
}

extension JSONWriter {
    fileprivate mutating func way(_ way: Exposure.Way) {
        member("endpoint", way.endpoint.text)
        if let address = way.address { member("address", address.description) }
        member("side", way.side.rawValue)
        member("door", way.door.rawValue)
        if let through = way.through { member("through", through.text) }
        if let rule = way.rule { member("rule", rule) }
        member("flows", way.flows.description)
        member("verdict", way.verdict.rawValue)
        if let step = way.trace?.decidedBy { object("decidedBy") { $0.step(step) } }
        if let assumption = way.trace?.assumptions.first, way.verdict == .unknown {
            object("reason") { writer in
                writer.member("code", assumption.code)
                writer.member("detail", assumption.detail)
            }
        }
        if let witness = way.witness { object("witness") { $0.packet(witness) } }
    }
}
