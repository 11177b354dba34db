import JSON
package import Reachability
import Topology

/// What `reach` answers: one packet, or every flow between two ends.
package struct ReachReport: Sendable {
    /// What the question was answered with.
    package enum Answer: Sendable {
        case packet(Trace, Reasons)
        case flows([Reach.Flow], [Reasons])
        /// Why the question cannot be asked.
        case failed(String)
    }

    /// What goes with one trace.
    package struct Reasons: Sendable {
        /// What stops or closes it; nil where nobody asked.
        let why: Why?
        let encryption: PathEncryption
    }

    private let id: String?
    package let answer: Answer

    package var hasFailed: Bool {
        if case .failed = answer { true } else { false }
    }

    package init(id: String? = nil, _ answer: Answer) {
        self.id = id
        self.answer = answer
    }

    /// The answer for programs: `bulkhead.reach/1`, on one line or laid out.
    package func json(pretty: Bool) -> String {
        var writer = JSONWriter(pretty: pretty)
        writer.object { writer in
            switch answer {
            case .failed(let message):
                writer.member("id", id)
                writer.member("error", message)
            case .packet(let trace, let reasons):
                head(&writer)
                writer.trace(trace)
                writer.reasons(reasons)
            case .flows(let flows, let reasons):
                head(&writer)
                writer.member("verdict", Self.verdict(flows).rawValue)
                writer.objects("flows", flows.indices) { writer, index in
                    let flow = flows[index]
                    writer.member("protocol", flow.networkProtocol.description)
                    if let ports = flow.ports { writer.member("ports", Self.text(ports)) }
                    writer.trace(flow.trace)
                    writer.reasons(reasons[index])
                }
            }
        }
        return writer.text + "\n"
    }

    private func head(_ writer: inout JSONWriter) {
        writer.member("schema", "bulkhead.reach/1")
        if let id { writer.member("id", id) }
    }

    /// Of a whole set: allow where any packet passes, deny where none does, unknown where that cannot be said.
    private static func verdict(_ flows: [Reach.Flow]) -> Verdict {
        let verdicts = Set(flows.map(\.trace.verdict))
        return verdicts.contains(.allow) ? .allow : verdicts.contains(.unknown) ? .unknown : .deny
    }

    static func text(_ ports: ClosedRange<UInt16>) -> String {
        ports.count == 1 ? String(ports.lowerBound) : "\(ports.lowerBound)-\(ports.upperBound)"
    }
}

extension ReachReport {
    /// The answer for people.
    package func text(_ ink: Ink) -> String {
        switch answer {
        case .failed(let message): message + "\n"
        case .packet(let trace, let reasons):
            (Self.lines(trace, ink) + Self.lines(reasons.encryption, ink)
                + (reasons.why.map { Self.lines($0, ink) } ?? [])).joined(separator: "\n") + "\n"
        case .flows(let flows, let reasons): Self.table(flows, reasons, ink).joined(separator: "\n") + "\n"
        }
    }

    private static func lines(_ trace: Trace, _ ink: Ink) -> [String] {
        var lines = ["\(mark(trace.verdict, ink))  \(sentence(trace.packet))"]
        if let step = trace.decidedBy { lines.append("  decided by \(describe(step))") }
        if let returning = trace.returning, returning != .symmetric {
            lines.append("  " + ink("replies: \(describe(returning))", .yellow))
        }
        lines.append("")
        let width = trace.path.map(\.stage.rawValue.count).max() ?? 0
        for (index, step) in trace.path.enumerated() {
            let number = String(repeating: " ", count: index < 9 ? 1 : 0) + String(index + 1)
            let stage = step.stage.rawValue
            let pad = String(repeating: " ", count: width - stage.count)
            lines.append(
                "  \(number) \(stage)\(pad)  \(mark(step.action, ink))  \(describe(step, stage: false))"
            )
        }
        for assumption in trace.assumptions {
            lines.append(
                "  " + ink("assumes", .quiet) + " \(Printable.safe(assumption.detail)) [\(assumption.code)]"
            )
        }
        return lines
    }

    private static func table(_ flows: [Reach.Flow], _ reasons: [Reasons], _ ink: Ink) -> [String] {
        flows.indices.flatMap { index -> [String] in
            let flow = flows[index]
            let ports = flow.ports.map { "/" + Self.text($0) } ?? ""
            let service = "\(flow.networkProtocol)\(ports)"
            let pad = String(repeating: " ", count: max(0, 16 - service.count))
            let decider = flow.trace.decidedBy.map { describe($0) } ?? "no filter"
            let line = "\(mark(flow.trace.verdict, ink))  \(service)\(pad)  \(decider)"
            return [line] + (reasons[index].why.map { lines($0, ink, indent: "           ") } ?? [])
        }
    }

    private static func mark(_ verdict: Verdict, _ ink: Ink) -> String {
        switch verdict {
        case .allow: ink("allow  ", .green)
        case .deny: ink("deny   ", .boldRed)
        case .unknown: ink("unknown", .yellow)
        }
    }

    private static func mark(_ action: Step.Action, _ ink: Ink) -> String {
        let text = action.rawValue + String(repeating: " ", count: max(0, 12 - action.rawValue.count))
        return switch action {
        case .allow, .alwaysAllow: ink(text, .green)
        case .deny: ink(text, .boldRed)
        case .unknown: ink(text, .yellow)
        case .noMatch, .translate, .forward: text
        }
    }

    static func sentence(_ packet: Packet) -> String {
        let from = packet.sourcePort.map { "\(packet.source):\($0)" } ?? packet.source.description
        let to =
            packet.destinationPort.map { "\(packet.destination):\($0)" } ?? packet.destination.description
        return "\(packet.networkProtocol)  \(from) → \(to)"
    }

    static func describe(_ step: Step, stage: Bool = true) -> String {
        var words: [String] = stage ? [step.stage.rawValue] : []
        if let layer = step.layer { words.append(layer.rawValue) }
        if let resource = step.resource { words.append(resource.displayName) }
        if let rule = step.rule { words.append(rule) }
        if let priority = step.priority { words.append("(\(priority))") }
        if let prefix = step.prefix, let hop = step.nextHop { words.append("\(prefix) → \(hop.rawValue)") }
        if let source = step.routeSource { words.append("[\(source.rawValue)]") }
        if let place = step.place, step.resource == nil { words.append("at \(place.displayName)") }
        if let detail = step.detail { words.append("– \(detail)") }
        return Printable.safe(words.joined(separator: " "))
    }

    private static func describe(_ returning: Trace.Return) -> String {
        switch returning {
        case .symmetric: "they find their way back"
        case .asymmetric: "they take another way, which a stateful device on the first one breaks"
        case .none: "no route leads them back"
        }
    }
}
