package import Topology

/// The header of one initiating packet: a witness that proves what a filter admits.
package struct Packet: Hashable, Sendable {
    package let networkProtocol: NetworkProtocol
    package let source: IPAddress
    package let destination: IPAddress
    /// The source port; nil where the protocol has none.
    package let sourcePort: UInt16?
    /// The destination port; nil where the protocol has none.
    package let destinationPort: UInt16?
}

extension Packet: CustomStringConvertible {
    /// For example `tcp 203.0.113.10:49152 → port 22`.
    package var description: String {
        guard let sourcePort, let destinationPort else { return "\(networkProtocol) from \(source)" }
        return "\(networkProtocol) \(source):\(sourcePort) → port \(destinationPort)"
    }
}
