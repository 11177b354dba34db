import Topology

extension BlastRadius {
    /// One leg of a way: what carries it, with a packet that proves it.
    package struct Leg: Sendable {
        package let from: Int
        package let to: Int
        package let trace: Trace
        package let carriers: [Carrier]
        package var witness: Packet { trace.packet }
    }

    /// The machines in a row from the origin to an endpoint that is reached, both ends among them.
    package func way(to index: Int) -> [Int] {
        var way = [index]
        var before = groups[...]
        // Whoever it is reached from was reached a hop before.
        while let last = way.last, last != origin,
            let place = before.lastIndex(where: { $0.members.holds(Int32(last)) })
        {
            way.append(groups[place].via)
            before = before[..<place]
        }
        return way.reversed()
    }

    /// What carries the last hop to an endpoint: by a flow that is certain, where one is.
    package func leg(to reached: Reached, in map: ReachabilityMap) -> Leg? {
        let (from, to) = (map.table.sites[reached.via], map.table.sites[reached.index])
        let traces = reached.flows.services.lazy.map { service in
            map.tracer.trace(
                from: .site(from),
                to: .site(to),
                protocolNumber: service.protocolNumber,
                destinationPort: service.port
            )
        }
        // The row promised it; the packet that proves it is followed here.
        let wanted: Verdict = reached.isCertain ? .allow : .unknown
        guard let trace = traces.first(where: { $0.verdict == wanted }) else { return nil }
        return Leg(
            from: reached.via,
            to: reached.index,
            trace: trace,
            carriers: trace.path.compactMap { Carrier($0) }
        )
    }
}

extension ArraySlice<Int32> {
    /// Whether numbers in order hold one.
    fileprivate func holds(_ number: Int32) -> Bool {
        let index = partitioningIndex { $0 >= number }
        return index < endIndex && self[index] == number
    }
}

extension FlowSet {
    /// One service for each range of ports, its lowest port; protocols with ports first.
    package var services: [Service] {
        let withPorts = ranges.filter { $0.protocolNumber == 6 || $0.protocolNumber == 17 }
        let others = ranges.filter { $0.protocolNumber != 6 && $0.protocolNumber != 17 }
        return (withPorts + others).flatMap { number, set -> [Service] in
            guard number == 6 || number == 17 else { return [Service(protocolNumber: number)] }
            return set.ranges.map { Service(protocolNumber: number, port: $0.lowerBound) }
        }
    }
}
