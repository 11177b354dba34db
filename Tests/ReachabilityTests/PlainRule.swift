/// A rule and the plainest way to hold a packet against it: loops and comparisons, no sets.
struct PlainRule {
    let priority: Int
    let isAllow: Bool
    let networkProtocol: String
    let sources: [PlainPrefix]
    let destinations: [PlainPrefix]
    let sourcePorts: [ClosedRange<Int>]
    let destinationPorts: [ClosedRange<Int>]

    func matches(_ packet: PlainPacket) -> Bool {
        if networkProtocol != "*", networkProtocol != packet.networkProtocol { return false }
        return sources.contains { $0.contains(packet.source) }
            && destinations.contains { $0.contains(packet.destination) }
            && sourcePorts.contains { $0.contains(packet.sourcePort) }
            && destinationPorts.contains { $0.contains(packet.destinationPort) }
    }

    /// The rule in the words of ``SecurityGroupText``.
    var text: String {
        func ports(_ ranges: [ClosedRange<Int>]) -> String {
            ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        }
        func prefixes(_ list: [PlainPrefix]) -> String { list.map(\.text).joined(separator: ",") }
        return "\(priority) \(isAllow ? "allow" : "deny") in \(networkProtocol) from \(prefixes(sources)) "
            + "to \(prefixes(destinations)) ports \(ports(destinationPorts)) sports \(ports(sourcePorts))"
    }
}

/// A prefix that compares addresses bit by bit.
struct PlainPrefix {
    let address: UInt32
    let length: Int

    func contains(_ other: UInt32) -> Bool {
        for bit in 0..<length where (address >> (31 - bit)) & 1 != (other >> (31 - bit)) & 1 { return false }
        return true
    }

    var text: String {
        let bytes = [24, 16, 8, 0].map { String((address >> $0) & 0xFF) }
        return bytes.joined(separator: ".") + "/\(length)"
    }
}
