import Topology

/// What becomes of packets that a device on the way decides about: worked out once for all senders whose packets leave by
/// the same routes, and then held against what each one's filters let out.
extension AxisRun {
    /// Destinations to which a gate lets services out, on to a device.
    struct Exit {
        let range: Range<Int32>
        let certain: UInt64
        let possible: UInt64
        /// Services that no security group was asked about.
        let unfiltered: UInt64
    }

    /// What the routes of a subnet do with a destination.
    enum Handing {
        case nowhere
        case delivered(ResourceID)
        /// A device, a gateway or a hub decides, or the routes are not all known; either is the same for all who send.
        case forwarded
        /// What decides is of the sender itself, such as its way out to the internet.
        case asked

        init(_ environment: SubnetEnvironment, _ address: UInt128) {
            var destination = Probe.Field(address)
            let found = environment.routes.route(to: &destination)
            // Where the input does not tell all routes, a trace says what that means.
            let isDoubtful = environment.routes.doubts.contains { destination.isIn($0.addresses) }
            guard let route = found else {
                self = isDoubtful ? .forwarded : .nowhere
                return
            }
            self =
                switch route.nextHop {
                case .internet, .serviceEndpoint: .asked
                case _ where isDoubtful || route.doubt != nil: .forwarded
                case .none: .nowhere
                case .virtualNetwork: .delivered(environment.network)
                case .peering(let remote):
                    environment.unpeered.contains(remote) ? .nowhere : .delivered(remote)
                case .connectedGroup(let remote): .delivered(remote)
                case .appliance, .gateway, .hub, .privateEndpoint: .forwarded
                }
        }
    }

    /// What subnets share that route alike.
    struct RoutingKey: Hashable {
        let network: ResourceID
        let table: ResourceID?
        let unpeered: Set<ResourceID>
        /// Of a subnet with service endpoints, which are routes of its own, itself.
        let alone: ResourceID?

        init(_ environment: SubnetEnvironment) {
            let subnet = environment.subnet
            network = environment.network
            table = subnet.routeTable.value
            unpeered = environment.unpeered
            alone = subnet.serviceEndpoints.isEmpty ? nil : subnet.id
        }
    }

    /// Where packets of some addresses are handed over that a device decides about.
    struct Forwarding {
        /// The senders for which it is true, by place in the world.
        let sources: Range<Int32>
        /// In the order of addresses.
        private let parts: [OutPart]
        /// The end of each part and of all before it, whichever comes last.
        private let reach: [Int32]

        init(_ sources: Range<Int32>, _ parts: [OutPart]) {
            self.sources = sources
            self.parts = OutPart.merged(parts)
            var last = Int32.min
            reach = self.parts.map { part in
                last = max(last, part.range.upperBound)
                return last
            }
        }

        /// What of it is left of packets that filters let out.
        func parts(through exits: [Exit]) -> [OutPart] {
            var found: [OutPart] = []
            for exit in exits {
                var next = reach.partitioningIndex { $0 > exit.range.lowerBound }
                while next < parts.count, parts[next].range.lowerBound < exit.range.upperBound {
                    if let part = parts[next].narrowed(by: exit) { found.append(part) }
                    next += 1
                }
            }
            return OutPart.merged(found)
        }
    }

    /// What devices do with packets of an address in a subnet, behind the filters of the sender.
    mutating func forwarding(from environment: SubnetEnvironment, of site: Site, _ rank: Int32) -> Forwarding
    {
        let key = RoutingKey(environment)
        if let known = forwardings[key]?.first(where: { $0.sources.contains(rank) }) { return known }
        let count = Int32(model.table.world.count)
        let starts = routeCuts(environment).filter { $0 < count }.sorted()
        var sources = 0..<count
        var parts: [OutPart] = []
        let tracer = model.tracer
        for (index, start) in starts.enumerated() where !model.dropped.holds(start) {
            guard !model.exempt.holds(start),
                case .forwarded = Handing(environment, model.table.world[Int(start)])
            else { continue }
            let range = start..<(index + 1 < starts.count ? starts[index + 1] : count)
            trace(site.address, range, carried, &parts, &sources) { address, journey in
                tracer.forward(
                    from: environment,
                    nil,
                    to: .host(address, subnet: environment.subnet.id),
                    &journey
                )
            }
        }
        let made = Forwarding(sources, parts)
        forwardings[key, default: []].append(made)
        return made
    }

    /// Where the routes of a subnet change their mind about destinations.
    func routeCuts(_ environment: SubnetEnvironment) -> Set<Int32> {
        var cuts = model.commonCuts
        let doubts = environment.routes.doubts.flatMap { SetModel.ranks($0.addresses, model.table) }
        for range in model.exempt + model.dropped + doubts {
            cuts.formUnion([range.lowerBound, range.upperBound])
        }
        for start in environment.routes.starts { cuts.insert(model.table.rank(from: start)) }
        return cuts
    }
}

extension OutPart {
    /// What of the part is left of packets that filters let out.
    fileprivate func narrowed(by exit: AxisRun.Exit) -> OutPart? {
        let sure = certain & exit.certain
        let perhaps = (certain | possible) & (exit.certain | exit.possible) & ~sure
        let common = range.clamped(to: exit.range)
        guard sure | perhaps != 0, !common.isEmpty else { return nil }
        var part = OutPart(range: common, network: network, certain: sure, possible: perhaps)
        part.unfiltered = unfiltered & exit.unfiltered
        part.source = source
        part.peering = peering
        part.isAsked = isAsked
        return part
    }

    /// What parts have to share to be one.
    private struct Kind: Hashable {
        let network: Int32
        let source: Int32
        let peering: PeeringDoubt
        let isAsked: Bool
    }

    /// The same in as few parts as there can be, in the order of addresses: services that are handed over alike are in one.
    static func merged(_ parts: [OutPart]) -> [OutPart] {
        var kinds: [Kind: [OutPart]] = [:]
        for part in parts {
            let kind = Kind(
                network: part.network,
                source: part.source,
                peering: part.peering,
                isAsked: part.isAsked
            )
            kinds[kind, default: []].append(part)
        }
        return kinds.values.flatMap(joined).sorted {
            ($0.range.lowerBound, $0.network, $0.source) < ($1.range.lowerBound, $1.network, $1.source)
        }
    }

    /// Parts of one kind, cut where any of them starts or ends and then put together where neighbours are equal.
    private static func joined(_ parts: [OutPart]) -> [OutPart] {
        guard let first = parts.first, parts.count > 1 else { return parts }
        let cuts = Set(parts.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
        var words = [(certain: UInt64, possible: UInt64, unfiltered: UInt64)](
            repeating: (0, 0, 0),
            count: cuts.count
        )
        for part in parts {
            var place = cuts.partitioningIndex { $0 >= part.range.lowerBound }
            while cuts[place] < part.range.upperBound {
                words[place].certain |= part.certain
                words[place].possible |= part.possible
                words[place].unfiltered |= part.unfiltered & (part.certain | part.possible)
                place += 1
            }
        }
        var found: [OutPart] = []
        for (place, word) in words.enumerated() where word.certain | word.possible != 0 {
            var start = cuts[place]
            if let last = found.last, last.range.upperBound == start,
                (last.certain, last.possible, last.unfiltered)
                    == (word.certain, word.possible, word.unfiltered)
            {
                start = last.range.lowerBound
                found.removeLast()
            }
            var part = OutPart(
                range: start..<cuts[place + 1],
                network: first.network,
                certain: word.certain,
                possible: word.possible
            )
            part.unfiltered = word.unfiltered
            part.source = first.source
            part.peering = first.peering
            part.isAsked = first.isAsked
            found.append(part)
        }
        return found
    }
}
