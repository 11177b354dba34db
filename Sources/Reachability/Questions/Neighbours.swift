import Topology

/// What reaches an endpoint, and what it reaches, directly.
package struct Neighbours: Sendable {
    /// One endpoint at the other end.
    package struct Neighbour: Sendable {
        /// Its place in the table; nil for the internet.
        package let index: Int?
        package let flows: FlowSet
        /// Whether any of the flows is certain.
        package let isCertain: Bool
    }

    /// What it reaches by any protocol and port.
    package let reaches: [Neighbour]
    /// What reaches it by one of the services asked about.
    package let reachedBy: [Neighbour]

    /// - Parameters:
    ///   - map: The estate.
    ///   - index: The place of the endpoint in the table.
    ///   - services: By which services it is looked for who reaches it.
    package init(_ map: ReachabilityMap, of index: Int, services: [Service]) {
        let out = BlastRadius(map, from: index).reached.map { reached in
            Neighbour(index: reached.index, flows: reached.flows, isCertain: reached.isCertain)
        }
        let site = map.table.sites[index]
        let internet = Endpoint.internet(EndpointResolver.someoneOnTheInternet)
        let toInternet =
            site.initiates ? Self.neighbour(map, from: .site(site), to: internet, services) : nil
        reaches = [toInternet].compactMap(\.self) + out
        let fromInternet = Self.neighbour(map, from: internet, to: .site(site), services)
        reachedBy = [fromInternet].compactMap(\.self) + Self.senders(map, to: index, services)
    }

    private static func neighbour(
        _ map: ReachabilityMap,
        from origin: Endpoint,
        to target: Endpoint,
        _ services: [Service]
    ) -> Neighbour? {
        var flows = FlowSet()
        var isCertain = false
        for service in services {
            let trace = map.tracer.trace(
                from: origin,
                to: target,
                protocolNumber: service.protocolNumber,
                destinationPort: service.port
            )
            guard trace.verdict != .deny else { continue }
            flows.insert(service)
            isCertain = isCertain || trace.verdict == .allow
        }
        return flows.isEmpty ? nil : Neighbour(index: nil, flows: flows, isCertain: isCertain)
    }

    /// Senders of one class are asked once.
    private static func senders(_ map: ReachabilityMap, to index: Int, _ services: [Service]) -> [Neighbour] {
        var flows: [Int: FlowSet] = [:]
        var certain: Set<Int> = []
        for number in 0..<map.classCount {
            let alike = map.members(ofClass: number)
            guard let first = alike.first(where: { $0 != index }) else { continue }
            for (service, row) in zip(services, map.rows(from: first, services))
            where row.certain[index] || row.possible[index] {
                for member in alike where member != index {
                    flows[member, default: FlowSet()].insert(service)
                    if row.certain[index] { certain.insert(member) }
                }
            }
        }
        return flows.sorted { $0.key < $1.key }.map { member, flows in
            Neighbour(index: member, flows: flows, isCertain: certain.contains(member))
        }
    }
}
