package import Topology

/// Who reaches whom in the whole estate, one service at a time.
///
/// Each answer is that of ``Tracer`` for the packet in question. It is quick because a trace tells for which other
/// packets it holds: the way out is followed once for all machines of a kind, the filters in front of a receiver are
/// asked once for all senders, and the two are put together by ranges of addresses.
package struct ReachabilityMap: Sendable {
    package let tracer: Tracer
    package let table: EndpointTable
    private let profiles: Profiles

    package init(_ network: Network) {
        tracer = Tracer(network)
        table = EndpointTable(network)
        profiles = Profiles(tracer, table)
    }

    /// Receivers of one sender.
    package struct Row: Sendable {
        /// Those that are certainly reached.
        package var certain: Bitset
        /// Those of which it cannot be said.
        package var possible: Bitset
        /// The destination ports for which the row is the same.
        package fileprivate(set) var ports = UInt16.min...UInt16.max

        init(count: Int) {
            certain = Bitset(count: count)
            possible = Bitset(count: count)
        }
    }

    /// Whom a site reaches by a service; itself left out.
    ///
    /// The index is the place of the sender in ``table``.
    package func row(from index: Int, _ service: Service) -> Row {
        var row = sharedRow(from: index, service)
        row.certain[index] = false
        row.possible[index] = false
        return row
    }

    /// The row as all senders of its kind have it, with a bit for the sender where it reaches its own address.
    func sharedRow(from index: Int, _ service: Service) -> Row {
        var row = Row(count: table.count)
        guard table.sites[index].initiates else { return row }
        let own = table.line(index)
        let spread = profiles.spread(from: index, service)
        row.ports = spread.ports
        for part in spread.parts {
            let receivers = table.range(of: part.destinations, in: part.delivery.network)
            guard !receivers.isEmpty else { continue }
            let source = part.source ?? own
            if isOrdinary(part, source) {
                fill(&row, receivers, source, part.isDoubtful, service)
            } else {
                for receiver in receivers { ask(&row, index, receiver, service) }
            }
        }
        return row
    }

    /// The verdict for one pair, as the row has it.
    package func verdict(from sender: Int, to receiver: Int, _ service: Service) -> Verdict {
        let row = row(from: sender, service)
        return row.certain[receiver] ? .allow : row.possible[receiver] ? .unknown : .deny
    }

    /// The services that differ for one sender: the lowest port of each range of ports with one row.
    ///
    /// - Returns: Each range of ports with its row, protocol by protocol.
    package func rows(
        from index: Int,
        _ protocols: [NetworkProtocol] = Reach.protocols
    ) -> [(networkProtocol: NetworkProtocol, ports: ClosedRange<UInt16>?, row: Row)] {
        protocols.flatMap { networkProtocol -> [(NetworkProtocol, ClosedRange<UInt16>?, Row)] in
            guard let number = networkProtocol.number else { return [] }
            guard number == 6 || number == 17 else {
                return [(networkProtocol, nil, row(from: index, Service(protocolNumber: number)))]
            }
            var rows: [(NetworkProtocol, ClosedRange<UInt16>?, Row)] = []
            var next: UInt16? = 0
            while let port = next {
                let row = row(from: index, Service(protocolNumber: number, port: port))
                let end = max(port, row.ports.upperBound)
                rows.append((networkProtocol, port...end, row))
                next = end < .max ? end + 1 : nil
            }
            return rows
        }
    }

    /// Senders that share their row, but for their own bit, each with one that stands for all.
    ///
    /// Those of one profile whose addresses no filter of a receiver tells apart.
    package func senders(_ service: Service) -> [[Int]] {
        var cuts: Set<UInt128> = []
        var index = 0
        while index < table.count {
            let admission = profiles.admission(at: index, service)
            for range in admission.certain.ranges + admission.possible.ranges {
                cuts.insert(range.lowerBound)
                if range.upperBound < .max { cuts.insert(range.upperBound + 1) }
            }
            let profile = table.profiles[index]
            repeat {
                index += 1
            } while index < table.count && table.profiles[index] == profile
                && admission.destinations.contains(table.line(index))
        }
        let sorted = cuts.sorted()
        var groups: [SenderKey: Int] = [:]
        var senders: [[Int]] = []
        for index in table.sites.indices where table.sites[index].initiates {
            let line = table.line(index)
            let spread = profiles.spread(from: index, service)
            let key = SenderKey(
                profile: table.profiles[index],
                spread: spread.sources.lowerBound,
                cut: sorted.partitioningIndex { $0 > line }
            )
            if let group = groups[key] {
                senders[group].append(index)
            } else {
                groups[key] = senders.count
                senders.append([index])
            }
        }
        return senders
    }

    private struct SenderKey: Hashable {
        let profile: Int32
        let spread: UInt128
        let cut: Int
    }

    /// Receivers side by side whose filters let the source in, run by run.
    private func fill(
        _ row: inout Row,
        _ receivers: Range<Int>,
        _ source: UInt128,
        _ isDoubtful: Bool,
        _ service: Service
    ) {
        var start = receivers.lowerBound
        while start < receivers.upperBound {
            let admission = profiles.admission(at: start, service)
            row.ports = row.ports.clamped(to: admission.ports)
            let profile = table.profiles[start]
            var end = start + 1
            while end < receivers.upperBound, table.profiles[end] == profile,
                admission.destinations.contains(table.line(end))
            {
                end += 1
            }
            if admission.certain.neighbourhood(of: source).isInside {
                if isDoubtful { row.possible.insert(start..<end) } else { row.certain.insert(start..<end) }
            } else if admission.possible.neighbourhood(of: source).isInside {
                row.possible.insert(start..<end)
            }
            start = end
        }
    }

    /// One pair by its own trace.
    private func ask(_ row: inout Row, _ sender: Int, _ receiver: Int, _ service: Service) {
        let trace = tracer.trace(
            from: .site(table.sites[sender]),
            to: .site(table.sites[receiver]),
            protocolNumber: service.protocolNumber,
            destinationPort: service.port
        )
        row.ports = row.ports.clamped(to: trace.probe.destinationPort.window)
        switch trace.verdict {
        case .allow: row.certain[receiver] = true
        case .unknown: row.possible[receiver] = true
        case .deny: break
        }
    }

    /// Whether nothing about the peering it is handed over by hangs on both sides at once.
    private func isOrdinary(_ part: Spread.Part, _ source: UInt128) -> Bool {
        let (receiver, sender) = (part.delivery.network, part.delivery.sender)
        guard receiver != sender else { return true }
        let links = tracer.network.links
        let receiving = links[receiver]?.first { $0.remote == sender }
        let sending = links[sender]?.first { $0.remote == receiver }
        guard receiving?.allowsAccess != false, sending?.allowsAccess != false else { return false }
        guard let receiving, !receiving.allowsForwardedTraffic else { return true }
        return tracer.network.space(of: sender).neighbourhood(of: source).isInside
    }
}

extension ReachabilityMap {
    /// The place in the table of an endpoint that people name.
    ///
    /// - Throws: Why the name is none, or none of something with a private address.
    package func index(of name: String) throws(EndpointResolver.Failure) -> Int {
        let endpoint = try EndpointResolver(tracer.network).resolve(name)
        guard case .site(let site) = endpoint,
            let index = table.range(
                of: site.address.line...site.address.line,
                in: site.virtualNetwork ?? site.id
            ).first
        else {
            throw EndpointResolver.Failure(
                "'\(name)' is nothing that stands at a private address of the input."
            )
        }
        return index
    }
}
