import Topology

/// Where packets of a sender get to.
extension AxisRun {
    /// What senders share whose packets take one way: the gate out and the subnet.
    struct WayKey: Hashable {
        let gate: Int32
        let subnet: Int32
        /// The public address of the interface, where it may matter.
        let publicAddress: ResourceID?
    }

    /// The way of all senders of one kind.
    struct Way {
        /// The destinations that routes alone hand over.
        var parts: [OutPart] = []
        /// The destinations that only a trace of the sender tells, and the services that get out to them.
        var traced: [(range: Range<Int32>, services: UInt64)] = []
        /// The destinations that a device on the way decides about, whoever sends, and what gets out to them.
        var exits: [Exit] = []
        /// What traces told, with the addresses of the senders for which it holds.
        var told: [(sources: Range<Int32>, parts: [OutPart])] = []
    }

    /// The destinations of one sender.
    struct Sending {
        var parts: [OutPart] = []
        var traced: [OutPart] = []
        /// The senders for which it is true, by place in the world.
        var sources: Range<Int32>
        /// Which way and which telling of it this is; senders of which that is equal send alike.
        var key: WayKey?
        var telling = 0

        /// Parts in virtual networks that the input holds, each with the networks it is about.
        func forEach(_ table: EndpointTable, _ body: (OutPart, Int32) -> Void) {
            let count = Int32(table.networks.count)
            for list in [parts, traced] {
                for part in list where part.network < count {
                    let isAnywhere = part.network == OutPart.anywhere
                    for network in isAnywhere ? 0..<count : part.network..<part.network + 1 {
                        body(part, network)
                    }
                }
            }
        }
    }

    /// The parts of a sender's destinations, and the addresses of the senders for which they are true.
    mutating func parts(from sender: Int) -> Sending {
        let site = model.table.sites[sender]
        let key = WayKey(
            gate: model.filters.outbound[sender],
            subnet: model.filters.subnetOf[sender],
            publicAddress: model.hasPublicSpace ? site.publicIPAddress : nil
        )
        let everywhere = 0..<Int32(model.table.world.count)
        var sending = Sending(sources: everywhere, key: key)
        guard key.gate >= 0 else { return sending }
        if ways[key] == nil { ways[key] = way(key) }
        guard let way = ways[key] else { return sending }
        sending.parts = way.parts
        guard !way.traced.isEmpty || !way.exits.isEmpty else { return sending }
        let rank = model.table.ranks[sender]
        if let known = way.told.firstIndex(where: { $0.sources.contains(rank) }) {
            sending.traced = way.told[known].parts
            sending.sources = way.told[known].sources
            sending.telling = known + 1
            return sending
        }
        var sources = everywhere
        var parts: [OutPart] = []
        let tracer = model.tracer
        for entry in way.traced {
            trace(site.address, entry.range, entry.services, &parts, &sources) { address, journey in
                tracer.send(from: .site(site), to: .host(address, subnet: site.subnet), &journey)
            }
        }
        if !way.exits.isEmpty, let subnet = model.filters.subnets[Int(key.subnet)].environment {
            let forwarded = forwarding(from: subnet, of: site, rank)
            sources = sources.clamped(to: forwarded.sources)
            parts += forwarded.parts(through: way.exits)
        }
        ways[key]?.told.append((sources, parts))
        sending.traced = parts
        sending.sources = sources
        sending.telling = way.told.count + 1
        return sending
    }

    private mutating func way(_ key: WayKey) -> Way {
        let gate = model.gates[Int(key.gate)]
        let subnet = model.filters.subnets[Int(key.subnet)]
        let count = Int32(model.table.world.count)
        guard let environment = subnet.environment, gate.mode == .filtered,
            let home = model.table.number(of: environment.network)
        else { return Way(traced: [(0..<count, carried)]) }
        let network = model.tracer.network
        var way = Way()
        let starts = outCuts(gate, environment)
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : count
            let range = start..<end
            guard !model.dropped.holds(start) else { continue }
            guard !model.exempt.holds(start) else {
                way.traced.append((range, carried))
                continue
            }
            let words = gateWords(gate, at: start)
            let (certain, possible) = (words.certain & carried, words.possible & carried)
            guard certain | possible != 0 else { continue }
            switch Handing(environment, model.table.world[Int(start)]) {
            case .nowhere: continue
            case .asked: way.traced.append((range, certain | possible))
            case .forwarded:
                way.exits.append(
                    Exit(range: range, certain: certain, possible: possible, unfiltered: ~words.filtered)
                )
            case .delivered(let receiver):
                guard let number = model.table.number(of: receiver) else { continue }
                var part = OutPart(range: range, network: number, certain: certain, possible: possible)
                part.unfiltered = ~words.filtered
                part.peering = peering(network, to: number, from: home)
                part.peering.onlyFrom = -1
                way.parts.append(part)
            }
        }
        return way
    }

    /// Where a gate or a route of a sender changes its mind about destinations.
    private func outCuts(_ gate: FilterGate, _ environment: SubnetEnvironment) -> [Int32] {
        var cuts = routeCuts(environment)
        func cut(_ ranges: [Range<Int32>]) {
            for range in ranges { cuts.formUnion([range.lowerBound, range.upperBound]) }
        }
        for tag in [gate.tag, gate.perhaps] where tag >= 0 { cut(model.sets[Int(tag)]) }
        for list in [gate.admin, gate.subnet, gate.interface] where list >= 0 {
            for index in Int(model.starts[Int(list)])..<Int(model.starts[Int(list) + 1]) {
                for set in model.farEnds[Int(model.entries[index].far)].sets { cut(model.sets[Int(set)]) }
            }
        }
        let count = Int32(model.table.world.count)
        return cuts.filter { $0 < count }.sorted()
    }

    private mutating func peering(_ network: Network, to receiver: Int32, from sender: Int32) -> PeeringDoubt
    {
        let key = Int64(receiver) << 32 | Int64(sender)
        if let known = peerings[key] { return known }
        let made =
            model.faults.contains(.peeringFlagsIgnored)
            ? PeeringDoubt() : PeeringDoubt(network, model.table, to: receiver, from: sender)
        peerings[key] = made
        return made
    }

    /// Follows packets to a range of destinations one by one; each trace tells for which others it holds.
    ///
    /// `send` sends a packet from the address to another one.
    mutating func trace(
        _ source: IPAddress,
        _ range: Range<Int32>,
        _ services: UInt64,
        _ parts: inout [OutPart],
        _ sources: inout Range<Int32>,
        _ send: (IPAddress, inout Journey) -> Journey.Outcome
    ) {
        var waiting = [(range: range, services: services)]
        while let (range, services) = waiting.popLast() {
            var next = range.lowerBound
            while next < range.upperBound {
                let bit = services.trailingZeroBitCount
                let service = axis.atoms[bit].service
                let address = IPAddress(line: model.table.world[Int(next)])
                var journey = Journey(
                    Probe(
                        protocolNumber: service.protocolNumber,
                        source: source,
                        destination: address,
                        destinationPort: service.port
                    ),
                    endsAtDelivery: true
                )
                let outcome = send(address, &journey)
                let reach = model.table.ranks(in: journey.probe.destination.window).clamped(to: range)
                sources = sources.clamped(to: model.table.ranks(in: journey.probe.source.window))
                let alike =
                    axis.bits(like: bit, in: journey.probe.destinationPort.window, cuts: &portCuts) & services
                let isBlind = model.faults.contains(.windowsIgnored)
                let end = isBlind ? range.upperBound : max(next + 1, reach.upperBound)
                if case .arrived = outcome {
                    let made = part(journey, next..<end, alike)
                    let isLost = model.faults.contains(.straysLost) && made.network == OutPart.anywhere
                    if !isLost { parts.append(made) }
                }
                let rest = services & ~alike
                if rest != 0 { waiting.append((next..<end, rest)) }
                next = end
            }
        }
    }

    private mutating func part(_ journey: Journey, _ range: Range<Int32>, _ services: UInt64) -> OutPart {
        let network = model.tracer.network
        let receiver = journey.delivery.map { model.table.number(of: $0.network) ?? Int32.max }
        let isCertain = journey.doubt == nil
        var part = OutPart(
            range: range,
            network: receiver ?? OutPart.anywhere,
            certain: isCertain ? services : 0,
            possible: isCertain ? 0 : services
        )
        let isFiltered = journey.path.contains { $0.stage == .securityGroupOutbound }
        part.unfiltered = isFiltered ? 0 : services
        part.isAsked = journey.isSplit || journey.probe.destination.isReplaced
        if journey.probe.source.isReplaced, !model.faults.contains(.replacedSourcesKept) {
            if let rank = model.table.rank(of: journey.probe.source.value) {
                part.source = rank
            } else {
                part.isAsked = true
            }
        }
        if let receiver, receiver < Int32.max,
            let from = journey.delivery.flatMap({ model.table.number(of: $0.sender) })
        {
            part.peering = peering(network, to: receiver, from: from)
            if !journey.isForwarded { part.peering.onlyFrom = -1 }
        }
        return part
    }
}
