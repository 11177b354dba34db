package import Topology

/// Services as people read them: protocols with ranges of ports.
package struct FlowSet: Hashable, Sendable, CustomStringConvertible {
    private var ports: [UInt8: IntervalSet<UInt16>] = [:]

    package init() {}

    /// The ports of each protocol number, in the order of numbers; every port where it has none.
    package var ranges: [(protocolNumber: UInt8, ports: IntervalSet<UInt16>)] {
        ports.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    package var isEmpty: Bool { ports.isEmpty }

    /// Adds the ports of a protocol; every one where it has none.
    package mutating func insert(_ networkProtocol: NetworkProtocol, _ range: ClosedRange<UInt16>?) {
        guard let number = networkProtocol.number else { return }
        let added = range.map { IntervalSet([$0]) } ?? .everything
        ports[number] = (ports[number] ?? .empty).union(added)
    }

    /// Adds one service.
    package mutating func insert(_ service: Service) {
        let networkProtocol = NetworkProtocol(number: service.protocolNumber)
        insert(networkProtocol, service.hasPorts ? service.port...service.port : nil)
    }

    package mutating func formUnion(_ other: FlowSet) {
        for (number, set) in other.ports { ports[number] = (ports[number] ?? .empty).union(set) }
    }

    package func contains(_ service: Service) -> Bool {
        ports[service.protocolNumber]?.neighbourhood(of: service.port).isInside ?? false
    }

    /// For example `tcp/22,tcp/80-443,icmp`; `any` for everything Azure's rules can name.
    package var description: String {
        let all = Reach.protocols.compactMap(\.number)
        if all.allSatisfy({ ports[$0]?.isEverything == true }) { return "any" }
        return ports.sorted { $0.key < $1.key }.flatMap { number, set -> [String] in
            let name = NetworkProtocol(number: number).description
            if set.isEverything { return [name] }
            return set.ranges.map { range in
                range.count == 1
                    ? "\(name)/\(range.lowerBound)" : "\(name)/\(range.lowerBound)-\(range.upperBound)"
            }
        }
        .joined(separator: ",")
    }
}
