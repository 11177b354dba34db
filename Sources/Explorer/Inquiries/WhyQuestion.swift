import Reachability
import Review
import Topology

/// A packet between two ends, of which one asks why it gets through or does not.
package struct WhyQuestion: Sendable, Hashable {
    /// Both in the grammar of endpoints.
    let from: String
    let to: String
    let protocolNumber: UInt8
    /// The destination port; 0 for a protocol without ports.
    let port: UInt16

    /// The packet that stands for a flow: of several ports the one that most people know.
    init(from: String, to: String, _ flow: Reach.Flow) {
        self.from = from
        self.to = to
        let number = flow.trace.probe.protocolNumber
        protocolNumber = number
        port = flow.ports.map { Self.familiar(in: $0, number) } ?? 0
    }

    private static func familiar(in ports: ClosedRange<UInt16>, _ protocolNumber: UInt8) -> UInt16 {
        let known = Service.common.filter { $0.protocolNumber == protocolNumber && ports.contains($0.port) }
        let web = known.first { $0.port == 443 }
        return (web ?? known.first)?.port ?? ports.lowerBound
    }

    func answer(in estate: Estate) -> Reply {
        let map = estate.reachability.value
        let resolver = EndpointResolver(map.tracer.network)
        do {
            let why = Why(
                map.tracer,
                from: try resolver.resolve(from),
                to: try resolver.resolve(to),
                protocolNumber: protocolNumber,
                destinationPort: port
            )
            return .why(why)
        } catch {
            return .failed(error.message)
        }
    }
}
