import JSON
import Reachability
import Topology

/// How traces are written for programs (contracts, section 4).
extension JSONWriter {
    /// The members of an answer about one packet.
    mutating func trace(_ trace: Trace) {
        member("verdict", trace.verdict.rawValue)
        if let step = trace.decidedBy {
            object("decidedBy") { $0.step(step) }
        } else {
            name("decidedBy")
            value(nil)
        }
        if let returning = trace.returning { member("return", returning.rawValue) }
        objects("path", trace.path) { $0.step($1) }
        objects("assumptions", trace.assumptions) { writer, assumption in
            writer.member("code", assumption.code)
            writer.member("detail", assumption.detail)
        }
        object("witness") { $0.packet(trace.packet) }
    }

    /// The members of a step.
    mutating func step(_ step: Step) {
        member("stage", step.stage.rawValue)
        if let layer = step.layer { member("layer", layer.rawValue) }
        if step.resource != nil || step.stage == .route { member("resource", step.resource?.text) }
        if let rule = step.rule { member("rule", rule) }
        if let priority = step.priority { member("priority", priority) }
        if let source = step.routeSource { member("source", source.rawValue) }
        if let prefix = step.prefix { member("prefix", prefix) }
        if let hop = step.nextHop { member("nextHop", hop.rawValue) }
        member("action", step.action.rawValue)
        if let place = step.place { member("at", place.text) }
        if let detail = step.detail { member("detail", detail) }
    }

    /// The members of a packet.
    mutating func packet(_ packet: Packet) {
        member("protocol", packet.networkProtocol.description)
        member("source", packet.source.description)
        if let port = packet.sourcePort { member("sourcePort", Int(port)) }
        member("destination", packet.destination.description)
        if let port = packet.destinationPort { member("destinationPort", Int(port)) }
    }
}
