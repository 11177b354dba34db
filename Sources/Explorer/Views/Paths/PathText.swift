import Canvas
import Reachability
import Review
import Topology

/// What is said of a way and of its hops, as lines that lead to what they name.
struct PathText {
    /// How many columns the names of facts take.
    private static let label = 11

    let columns: Int
    let map: ReachabilityMap
    private(set) var rows: [TargetRow] = []

    init(columns: Int, map: ReachabilityMap) {
        self.columns = columns
        self.map = map
    }

    private var topology: Topology { map.tracer.network.topology }

    mutating func say(_ line: StyledLine, target: Target? = nil, indent: Int = 2) {
        rows += line.wrapped(to: columns, indent: indent).map { TargetRow(line: $0, target: target) }
    }

    mutating func say(_ name: String, _ value: String, _ role: Role = .text, target: Target? = nil) {
        say(
            [Span(name.padded(to: Self.label), .muted), Span(value, role)],
            target: target,
            indent: Self.label
        )
    }

    /// A flow as a whole: what becomes of it, by what, what would change that, and what the answer rests on.
    mutating func tell(_ flow: Reach.Flow, _ why: Why?) {
        let trace = flow.trace
        say([
            Span("\(trace.verdict.glyph.character) \(flow.name) ", trace.verdict.role, .bold),
            Span(trace.verdict.words, trace.verdict.role, .bold),
        ])
        if trace.verdict == .unknown, let reason = trace.assumptions.first {
            say("because", reason.detail, .unknown)
        }
        if let step = trace.decidedBy {
            let name = trace.verdict == .deny ? "stopped" : trace.verdict == .allow ? "let in" : "open"
            say(
                [Span("\(name) by".padded(to: Self.label), .muted)] + step.summary,
                target: step.target(in: map),
                indent: Self.label
            )
            if let detail = step.detail { say("", detail) }
            tellRule(of: step)
        } else {
            say("decided", "no filter is asked on the way")
        }
        if !trace.through.isEmpty { say("through", trace.through.map(\.displayName).joined(separator: ", ")) }
        let packet = trace.packet
        let ports = packet.destinationPort.map { " port \($0)" } ?? ""
        say(
            "packet",
            "\(packet.networkProtocol) \(packet.source.description) \(Glyph.arrowRight.character) \(packet.destination.description)\(ports)"
        )
        if let why { tell(why) }
        for assumption in trace.assumptions.dropFirst(trace.verdict == .unknown ? 1 : 0) {
            say("assumes", assumption.detail, .muted)
        }
    }

    /// One hop.
    mutating func tell(_ step: Step) {
        let target = step.target(in: map)
        say(
            [
                Span("\(step.action.glyph.character) ", step.action.role, .bold),
                Span(step.stage.meaning, .strong, .bold), Span("  \(step.action.words)", step.action.role),
            ],
            target: target
        )
        if let detail = step.detail { say("", detail) }
        if let resource = step.resource { say("by", resource.displayName, .security, target: target) }
        if let layer = step.layer { say("at", layer == .subnet ? "the subnet" : "the interface") }
        if let rule = step.rule {
            say("rule", rule + (step.priority.map { "  priority \($0)" } ?? ""), .strong, target: target)
        }
        tellRule(of: step)
        if let prefix = step.prefix { say("prefix", prefix) }
        if let hop = step.nextHop { say("next hop", hop.words) }
        if let source = step.routeSource { say("from", source.words) }
        if let place = step.place { say("in", place.displayName, .network) }
    }

    /// What a rule of a security group says.
    private mutating func tellRule(of step: Step) {
        guard let name = step.rule, let group = topology.find(NetworkSecurityGroup.self, step.resource) else {
            return
        }
        let direction: SecurityRule.Direction = step.stage == .securityGroupInbound ? .inbound : .outbound
        guard let rule = group.rules(direction).first(where: { $0.name == name }) else { return }
        say("says", rule.sentence)
    }
}

extension SecurityRule {
    /// What it does with what, in a line.
    var sentence: String {
        func ends(_ terms: [AddressTerm], _ groups: [ResourceID]) -> String {
            let all = terms.map(\.text) + groups.map(\.displayName)
            return all.isEmpty ? "?" : all.map { $0 == "*" ? "anyone" : $0 }.joined(separator: ", ")
        }
        let action = access.value.map { $0 == .allow ? "allow" : "deny" } ?? "unknown"
        let ports = destinationPorts.map { $0.text == "*" ? "every port" : "port \($0.text)" }
        let from = ends(sourceAddresses, sourceApplicationSecurityGroups)
        let to = ends(destinationAddresses, destinationApplicationSecurityGroups)
        return
            "\(action) \(networkProtocol.value?.description ?? "?") from \(from) to \(to) \(ports.joined(separator: ", "))"
    }
}

extension EffectiveRouteSource {
    /// In words.
    var words: String {
        switch self {
        case .system: "Azure itself"
        case .gateway: "a gateway"
        case .user: "a route table"
        }
    }
}
