import Topology

/// The way back: security groups remember the flow, but routes have to lead replies through the same stateful devices
/// (azure-semantics, order of decision, 11; 7.4).
extension Tracer {
    /// Whether replies of a packet that arrived find their way back.
    func returning(from target: Endpoint, to origin: Endpoint, _ journey: Journey) -> Trace.Return? {
        // From the receiver back to the sender, one stretch at a time: a device that put its own address in the
        // packet is where a stretch ends, because replies are sent to it.
        var devices = journey.middleboxes[...]
        guard var start = replyStart(target, journey, &devices) else { return .symmetric }
        while let own = devices.lastIndex(where: { $0.ownAddress != nil }) {
            let between = devices[devices.index(after: own)...]
            if let address = devices[own].ownAddress {
                let way = retrace(from: start, to: address, stopsAt: devices[own].id)
                let result = Self.compare(way, with: between.map(\.id).reversed())
                guard result == .symmetric else { return result }
            }
            guard let next = devices[own].subnet else { return .symmetric }
            start = next
            devices = devices[..<own]
        }
        guard let address = replyAddress(origin, journey) else { return .symmetric }
        let way = retrace(from: start, to: address, stopsAt: nil)
        return Self.compare(way, with: devices.map(\.id).reversed())
    }

    /// The subnet from which replies set out; nil where nothing routes them there.
    private func replyStart(
        _ target: Endpoint,
        _ journey: Journey,
        _ devices: inout ArraySlice<Journey.Middlebox>
    ) -> ResourceID? {
        if let site = journey.receiver { return site }
        switch target {
        case .onPremises:
            // Replies come in by the gateway the packet left by.
            guard let gateway = journey.path.last(where: { $0.stage == .gateway })?.resource else {
                return nil
            }
            return network.gateway(gateway)?.gateway.subnet
        default:
            // They come back to where the packet went out: the last device that sent it on, or the sender itself.
            guard let last = devices.popLast() else { return nil }
            return last.subnet
        }
    }

    private func replyAddress(_ origin: Endpoint, _ journey: Journey) -> IPAddress? {
        switch origin {
        case .site, .host, .onPremises, .internet, .service: origin.address
        case .platform, .publicAddress, .loadBalancer, .applicationGateway, .resource: nil
        }
    }

    /// The way of a reply by routes alone.
    private enum Way {
        case devices([ResourceID])
        /// No route leads there.
        case lost
        /// Where it leads cannot be followed.
        case open
    }

    private static func compare(_ way: Way, with wanted: [ResourceID]) -> Trace.Return {
        switch way {
        case .lost: .none
        case .open: .symmetric
        case .devices(let devices): devices == wanted ? .symmetric : .asymmetric
        }
    }

    /// The devices on the way from a subnet to an address.
    ///
    /// Where it is the own address of a device, the way ends there.
    private func retrace(from subnet: ResourceID, to address: IPAddress, stopsAt stop: ResourceID?) -> Way {
        var devices: [ResourceID] = []
        var here = subnet
        for _ in 0...Journey.mostMiddleboxes {
            guard let environment = network.environment(of: here) else { return .open }
            var destination = Probe.Field(address.line)
            guard let route = environment.routes.route(to: &destination) else { return .lost }
            switch route.nextHop {
            case .none: return .lost
            case .internet:
                // Replies to private addresses do not leave by the internet.
                return address.isPrivate ? .lost : .devices(devices)
            case .virtualNetwork, .peering, .connectedGroup, .privateEndpoint, .serviceEndpoint:
                return .devices(devices)
            case .gateway(let id):
                guard let reach = network.gateway(id), let home = reach.gateway.subnet else { return .open }
                // Beyond the gateway lies the sender, unless the address is in another network of Azure.
                guard let inner = network.environment(of: home) else { return .devices(devices) }
                var again = Probe.Field(address.line)
                let next = inner.routes.route(to: &again)
                guard let next, next.nextHop.isDelivery || next.nextHop.kind == .appliance, home != here
                else {
                    return .devices(devices)
                }
                devices.append(id)
                here = home
            case .hub(let hub, _): return hubReturns(hub, address) ? .devices(devices) : .open
            case .appliance(let hop):
                guard let device = network.device(at: hop, from: environment) else { return .lost }
                if device.owner == stop || device.id == stop { return .devices(devices) }
                let id: ResourceID =
                    if case .machine = device.occupant { device.id } else { device.owner }
                guard !devices.contains(id) else { return .lost }
                devices.append(id)
                here = device.subnet
            }
        }
        return .lost
    }

    private func hubReturns(_ hub: ResourceID, _ address: IPAddress) -> Bool { false }
}

extension Network {
    /// What stands at a next hop, in the network itself or in one joined to it directly.
    func device(at address: IPAddress, from environment: SubnetEnvironment) -> Site? {
        joined(to: environment, at: address).lazy.compactMap { sites.site(at: address, in: $0) }.first
    }

    /// The networks in which a subnet reaches an address directly: its own, peers and those of a connected group
    /// (azure-semantics 3.3, 3.4).
    func joined(to environment: SubnetEnvironment, at address: IPAddress) -> [ResourceID] {
        let peers = (links[environment.network] ?? []).filter { link in
            link.joins(environment.subnet) && link.prefixes.contains { $0.contains(address) }
        }
        let members = connectedGroups.reachable(from: environment.network).filter { member in
            member.prefixes.contains { $0.contains(address) }
        }
        let own = holds(address, environment.network) ? [environment.network] : []
        return own + peers.map(\.remote) + members.map(\.network)
    }
}
