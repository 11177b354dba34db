package import Topology

/// What may flow from one end to another.
package struct Reach: Sendable {
    package let tracer: Tracer

    package init(_ tracer: Tracer) { self.tracer = tracer }

    /// Packets of one protocol to a range of ports, which all fare alike.
    package struct Flow: Sendable {
        package let networkProtocol: NetworkProtocol
        /// The destination ports; nil for a protocol without ports.
        package let ports: ClosedRange<UInt16>?
        /// What becomes of each of them; its packet is a witness.
        package let trace: Trace

        package init(_ networkProtocol: NetworkProtocol, _ ports: ClosedRange<UInt16>?, _ trace: Trace) {
            self.networkProtocol = networkProtocol
            self.ports = ports
            self.trace = trace
        }
    }

    /// Every flow between two ends: the destination ports of each protocol, parted where the answer changes.
    ///
    /// One trace a part: each tells how far around its port it holds. Neighbours with one verdict and one decider are
    /// put together.
    package func flows(
        from origin: Endpoint,
        to target: Endpoint,
        protocols: [NetworkProtocol] = Reach.protocols,
        sourcePort: UInt16 = Probe.ephemeralPort
    ) -> [Flow] {
        protocols.flatMap { networkProtocol -> [Flow] in
            guard let number = networkProtocol.number else { return [] }
            guard number == 6 || number == 17 else {
                let trace = tracer.trace(from: origin, to: target, protocolNumber: number)
                return [Flow(networkProtocol, nil, trace)]
            }
            var flows: [Flow] = []
            var next: UInt16? = 0
            while let port = next {
                let trace = tracer.trace(
                    from: origin,
                    to: target,
                    protocolNumber: number,
                    sourcePort: sourcePort,
                    destinationPort: port
                )
                let end = max(port, trace.probe.destinationPort.window.upperBound)
                if let last = flows.last, let ports = last.ports, last.trace.isDecided(as: trace) {
                    flows[flows.count - 1] = Flow(networkProtocol, ports.lowerBound...end, last.trace)
                } else {
                    flows.append(Flow(networkProtocol, port...end, trace))
                }
                next = end < .max ? end + 1 : nil
            }
            return flows
        }
    }

    /// What a whole set is asked about: the protocols that Azure's rules name.
    package static let protocols: [NetworkProtocol] = [.tcp, .udp, .icmp, .esp, .ah]
}

extension Trace {
    /// Whether both end alike, by the same decider.
    func isDecided(as other: Trace) -> Bool {
        verdict == other.verdict && decidedBy == other.decidedBy && returning == other.returning
    }
}

extension NetworkProtocol {
    /// The IP protocol number of one protocol; nil for any.
    package var number: UInt8? {
        switch self {
        case .any: nil
        case .tcp: 6
        case .udp: 17
        case .icmp: 1
        case .esp: 50
        case .ah: 51
        case .other(let text): text.lowercased() == "gre" ? 47 : UInt8(text)
        }
    }
}
