import Reachability
import Review
import Topology

/// Two ends and a service.
package struct PathQuestion: Sendable, Hashable {
    /// Both in the grammar of endpoints.
    let from: String
    let to: String
    /// Nil asks about every protocol and port.
    let service: Service?

    func answer(in estate: Estate) -> Reply {
        let map = estate.reachability.value
        let network = map.tracer.network
        let resolver = EndpointResolver(network)
        do {
            let origin = try resolver.resolve(from)
            let target = try resolver.resolve(to)
            let reach = Reach(map.tracer)
            let flows: [Reach.Flow]
            if let service {
                let trace = map.tracer.trace(
                    from: origin,
                    to: target,
                    protocolNumber: service.protocolNumber,
                    destinationPort: service.port
                )
                flows = [
                    Reach.Flow(
                        service.networkProtocol,
                        service.hasPorts ? service.port...service.port : nil,
                        trace
                    )
                ]
            } else {
                flows = reach.flows(from: origin, to: target)
            }
            return .path(PathAnswer(origin: origin, target: target, flows: flows))
        } catch {
            let candidates = error.candidates.prefix(8).map { "\n\($0)" }.joined()
            return .failed(error.message + candidates)
        }
    }
}

/// What may flow between two ends.
package struct PathAnswer: Sendable {
    let origin: Endpoint
    let target: Endpoint
    /// Each with the steps of its packets.
    let flows: [Reach.Flow]
    /// How many columns the longest name of a flow takes.
    let width: Int

    init(origin: Endpoint, target: Endpoint, flows: [Reach.Flow]) {
        self.origin = origin
        self.target = target
        self.flows = flows
        width = flows.map(\.name.count).max() ?? 0
    }

    /// Allow where anything passes, unknown where that cannot be said, else deny.
    var verdict: Verdict {
        let verdicts = Set(flows.map(\.trace.verdict))
        return verdicts.contains(.allow) ? .allow : verdicts.contains(.unknown) ? .unknown : .deny
    }
}

extension Reach.Flow {
    /// The protocol with its ports, for example `tcp/443` or `udp/0-52`.
    var name: String {
        guard let ports else { return networkProtocol.description }
        if ports == UInt16.min...UInt16.max { return "\(networkProtocol) any" }
        let range = ports.count == 1 ? "\(ports.lowerBound)" : "\(ports.lowerBound)-\(ports.upperBound)"
        return "\(networkProtocol)/\(range)"
    }
}
