import JSON
package import Reachability
import Topology

/// Questions of reachability as people and programs write them.
package struct ReachQuestions: Sendable {
    private let reach: Reach
    private let resolver: EndpointResolver
    private let asksWhy: Bool

    /// Questions about an estate; each answer tells why where that is asked for.
    package init(_ network: Network, why: Bool = false) {
        asksWhy = why
        reach = Reach(Tracer(network))
        resolver = EndpointResolver(network)
    }

    /// The answer to a question on one line of JSON (contracts, section 4).
    package func answer(line: String) -> ReachReport {
        let document = JSONDocument(name: "questions", text: line)
        guard let fields = document.root?.fields, document.root?.kind == .object else {
            return ReachReport(.failed("The line is no JSON object."))
        }
        let id = fields["id"]?.string
        guard let from = fields["from"]?.string, let to = fields["to"]?.string else {
            return ReachReport(id: id, .failed("The question needs from and to."))
        }
        let ports = ["port", "sourcePort"].map { name in
            fields[name].map { $0.integer.flatMap { UInt16(exactly: $0) } }
        }
        guard !ports.contains(where: { $0 == .some(nil) }) else {
            return ReachReport(id: id, .failed("A port is a whole number from 0 to 65535."))
        }
        return answer(
            id: id,
            from: from,
            to: to,
            fields["protocol"]?.string,
            port: ports[0] ?? nil,
            sourcePort: (ports[1] ?? nil) ?? Probe.ephemeralPort
        )
    }

    private func reasons(
        _ flows: [Reach.Flow],
        _ origin: Endpoint,
        _ target: Endpoint
    ) -> [ReachReport.Reasons] {
        flows.map { reasons($0.trace, origin, target) }
    }

    private func reasons(_ trace: Trace, _ origin: Endpoint, _ target: Endpoint) -> ReachReport.Reasons {
        ReachReport.Reasons(
            why: asksWhy ? why(trace, origin, target) : nil,
            encryption: PathEncryption(reach.tracer.network, trace, from: origin, to: target)
        )
    }

    private func why(_ trace: Trace, _ origin: Endpoint, _ target: Endpoint) -> Why {
        Why(
            reach.tracer,
            from: origin,
            to: target,
            protocolNumber: trace.probe.protocolNumber,
            sourcePort: trace.packet.sourcePort ?? Probe.ephemeralPort,
            destinationPort: trace.packet.destinationPort ?? 0
        )
    }

    /// The answer to a question.
    ///
    /// Without a port the whole set is asked about, and of a protocol without ports its one verdict.
    package func answer(
        id: String?,
        from: String,
        to: String,
        _ protocolName: String?,
        port: UInt16?,
        sourcePort: UInt16
    ) -> ReachReport {
        let networkProtocol = protocolName.map(NetworkProtocol.init) ?? (port == nil ? .any : .tcp)
        do {
            let origin = try resolver.resolve(from)
            let target = try resolver.resolve(to)
            guard networkProtocol != .any else {
                let flows = reach.flows(from: origin, to: target, sourcePort: sourcePort)
                return ReachReport(id: id, .flows(flows, reasons(flows, origin, target)))
            }
            guard let number = networkProtocol.number else {
                return ReachReport(
                    id: id,
                    .failed("'\(networkProtocol)' is no protocol: tcp, udp, icmp, esp, ah, gre or any.")
                )
            }
            let hasPorts = number == 6 || number == 17
            guard !hasPorts || port != nil else {
                let flows = reach.flows(
                    from: origin,
                    to: target,
                    protocols: [networkProtocol],
                    sourcePort: sourcePort
                )
                return ReachReport(id: id, .flows(flows, reasons(flows, origin, target)))
            }
            let trace = reach.tracer.trace(
                from: origin,
                to: target,
                protocolNumber: number,
                sourcePort: sourcePort,
                destinationPort: port ?? 0
            )
            return ReachReport(id: id, .packet(trace, reasons(trace, origin, target)))
        } catch {
            let candidates = error.candidates.map { "\n  \($0)" }.joined()
            return ReachReport(id: id, .failed(error.message + candidates))
        }
    }
}
