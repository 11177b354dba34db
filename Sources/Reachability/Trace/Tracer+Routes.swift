import Topology

/// From subnet to subnet: the effective route, and what stands at its next hop.
extension Tracer {
    /// Sends a packet on by the routes of a subnet.
    ///
    /// The site is the interface it leaves by, where one is known.
    func forward(
        from environment: SubnetEnvironment,
        _ site: Site?,
        to target: Endpoint,
        by routes: SubnetRoutes? = nil,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        if journey.probe.destination.isIn(PlatformService.exempt) { return .arrived }
        let routes = routes ?? environment.routes
        let subnet = environment.subnet.id
        guard journey.middleboxes.count <= Journey.mostMiddleboxes else {
            return loops(at: subnet, to: target, &journey)
        }
        journey.assume(environment.assumptions)
        if case .resource(let id) = target, let service = environment.endpoint(of: id.type) {
            var step = Step(.route, .forward, rule: service, place: subnet)
            step.routeSource = .system
            step.nextHop = .serviceEndpoint
            journey.note(step)
            return arriveAtService(from: environment, target, &journey)
        }
        let found = routes.route(to: &journey.probe.destination)
        // Nothing overrides the route of a service endpoint, known or not.
        for doubt in routes.doubts
        where found?.nextHop.kind != .serviceEndpoint && journey.probe.destination.isIn(doubt.addresses) {
            let step = Step(.route, .unknown, place: subnet, detail: doubt.reason.detail)
            journey.note(step)
            journey.doubt(doubt.reason, at: step)
            return .arrived
        }
        guard let route = found else {
            let step = Step(.route, .deny, place: subnet, detail: "No route holds the destination.")
            return cutOff(at: step, from: environment.network, to: target, &journey)
        }
        if journey.lacks(route.carrier) {
            return forward(from: environment, site, to: target, by: routes.without(route), &journey)
        }
        var step = Step(.route, route.nextHop == .none ? .deny : .forward, place: subnet)
        step.resource = route.source == .user ? route.resource : nil
        step.rule = route.source == .system ? nil : route.name
        step.routeSource = route.source
        step.prefix = route.tag?.text ?? route.prefix.description
        step.nextHop = route.nextHop.kind
        step.carrier = route.carrier
        journey.assume(route.assumption)
        if let doubt = route.doubt {
            step.action = .unknown
            step.detail = doubt.detail
            journey.note(step)
            journey.doubt(doubt, at: step)
            return .arrived
        }
        if case .peering(let remote) = route.nextHop, environment.unpeered.contains(remote) {
            step.action = .deny
            step.detail = "The route is shown, but this subnet is not among those that are peered."
            if let stopped = journey.block(step) { return stopped }
            return deliver(in: remote, from: environment.network, to: target, &journey)
        }
        // The way there would be without the route.
        let detour = Detour(environment: environment, site: site, routes: routes, route: route)
        if case .none = route.nextHop { return go(around: detour, step, to: target, &journey) }
        journey.note(step)
        switch route.nextHop {
        case .none: return .stopped(step)
        case .virtualNetwork:
            return deliver(in: environment.network, from: environment.network, to: target, &journey)
        case .peering(let remote), .connectedGroup(let remote):
            return deliver(in: remote, from: environment.network, to: target, &journey)
        case .privateEndpoint(let id):
            let address = IPAddress(line: journey.probe.destination.value)
            guard let endpoint = network.sites.sites(of: id).first(where: { $0.address == address }) else {
                return unknownPlace(id, &journey)
            }
            if let home = endpoint.virtualNetwork {
                if journey.handsOver(Journey.Delivery(network: home, sender: home)) { return .arrived }
                if let elsewhere = misses(target, in: home, &journey) { return elsewhere }
            }
            return arrive(at: endpoint, to: target, &journey)
        case .appliance(let address): return pass(address, detour, to: target, &journey)
        case .gateway(let id): return throughGateway(id, to: target, &journey)
        case .hub(let hub, let connection):
            return throughHub(hub, from: .connection(connection), to: target, &journey)
        case .internet: return leaveForInternet(from: environment, site, to: target, &journey)
        case .serviceEndpoint: return arriveAtService(from: environment, target, &journey)
        }
    }

    func loops(at place: ResourceID, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        journey.assume(Assumption("routing-loop", "The routes send the packet round in circles."))
        let detail = "The routes send the packet round in circles until it expires."
        let step = Step(.route, .deny, place: place, detail: detail)
        return cutOff(at: step, from: place.parent, to: target, &journey)
    }

    /// Into a virtual network, to what stands at the destination.
    func deliver(
        in virtualNetwork: ResourceID,
        from sender: ResourceID,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        if journey.handsOver(Journey.Delivery(network: virtualNetwork, sender: sender)) { return .arrived }
        if let elsewhere = misses(target, in: virtualNetwork, &journey) { return elsewhere }
        let address = IPAddress(line: journey.probe.destination.value)
        journey.probe.destination.narrow(to: address.line...address.line)
        guard network.topology.find(VirtualNetwork.self, virtualNetwork) != nil else {
            return unknownPlace(virtualNetwork, &journey)
        }
        let steps = journey.path.count
        let outcome: Journey.Outcome
        if let site = network.sites.site(at: address, in: virtualNetwork) {
            outcome = arrive(at: site, to: target, &journey)
        } else if let subnet = network.subnet(at: address, in: virtualNetwork),
            let environment = network.environment(of: subnet.id)
        {
            journey.receiver = subnet.id
            outcome = filtersIn(environment, nil, &journey) ?? .arrived
        } else {
            let detail = "No subnet of \(virtualNetwork.name) holds \(address)."
            return journey.stop(Step(.endpoint, .deny, resource: virtualNetwork, detail: detail))
        }
        if virtualNetwork != sender {
            heedPeeringFlags(of: virtualNetwork, from: sender, since: steps, &journey)
        }
        return outcome
    }

    /// Ends there where networks share addresses, and the packet is handed over in another one than that of the target.
    private func misses(
        _ target: Endpoint,
        in virtualNetwork: ResourceID,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let wanted: ResourceID?
        switch target {
        case .site(let site): wanted = site.virtualNetwork
        case .host(_, let subnet): wanted = subnet.parent
        default: return nil
        }
        guard !journey.probe.destination.isReplaced, let wanted, wanted != virtualNetwork else { return nil }
        let address = IPAddress(line: journey.probe.destination.value)
        let detail = "\(address) is an address of \(virtualNetwork.name) here, not the one of \(wanted.name)."
        return journey.stop(Step(.endpoint, .deny, resource: virtualNetwork, detail: detail))
    }

    /// Flags of a peering of which the sources disagree whether they stop packets or only change what the tag
    /// `VirtualNetwork` covers (azure-semantics 1.4).
    ///
    /// Where a security group decides, the flag has had its effect through the tag; where none does, it stays open.
    private func heedPeeringFlags(
        of receiver: ResourceID,
        from sender: ResourceID,
        since steps: Int,
        _ journey: inout Journey
    ) {
        let receiving = network.links[receiver]?.first { $0.remote == sender }
        let sending = network.links[sender]?.first { $0.remote == receiver }
        let isFiltered = journey.path[steps...].contains { $0.stage == .securityGroupInbound }
        if let receiving, !receiving.allowsAccess, !isFiltered {
            journey.doubt(
                Assumption(
                    "peering-access-flag",
                    "Peering \(receiving.id.name) does not allow network access; whether that stops packets or only "
                        + "changes what VirtualNetwork covers, Azure's documents disagree."
                )
            )
        }
        let isFilteredOut = journey.path[..<steps].contains { $0.stage == .securityGroupOutbound }
        if let sending, !sending.allowsAccess, !isFilteredOut, !isFiltered {
            journey.doubt(
                Assumption(
                    "peering-access-flag",
                    "Peering \(sending.id.name) does not allow network access; whether that stops packets or only "
                        + "changes what VirtualNetwork covers, Azure's documents disagree."
                )
            )
        }
        // Traffic of a gateway has a flag of its own and does not count as forwarded (azure-semantics 3.4).
        guard let receiving, !receiving.allowsForwardedTraffic,
            journey.isForwarded,
            !journey.probe.source.isIn(network.space(of: sender))
        else { return }
        journey.doubt(
            Assumption(
                "forwarded-traffic-flag",
                "Peering \(receiving.id.name) does not allow forwarded traffic; whether that stops packets or only "
                    + "changes what VirtualNetwork covers, Azure's documents disagree."
            )
        )
    }

    // MARK: - Appliances

    /// Through what stands at the next hop's address, which has to be in the network or in one joined to it directly
    /// (azure-semantics 3.3).
    private func pass(
        _ address: IPAddress,
        _ detour: Detour,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        let environment = detour.environment
        if let site = network.device(at: address, from: environment) {
            return pass(site, to: target, &journey)
        }
        if let hub = network.hubOfFirewall(at: address, for: environment.network) {
            return throughHubFirewall(hub, to: target, &journey)
        }
        let absent = (network.links[environment.network] ?? []).first { link in
            network.topology.find(VirtualNetwork.self, link.remote) == nil
                && link.prefixes.contains { $0.contains(address) }
        }
        if let absent { return unknownPlace(absent.remote, &journey) }
        return absentAppliance(at: address, detour, to: target, &journey)
    }

    /// Where no appliance is known at the next hop's address.
    ///
    /// An address that cannot be reached directly leads nowhere (azure-semantics 3.3). In a network that can, there may
    /// be something that the input does not list, such as an instance of a scale set, so that it stays open.
    private func absentAppliance(
        at address: IPAddress,
        _ detour: Detour,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        let environment = detour.environment
        var step = Step(
            .route,
            .unknown,
            resource: environment.subnet.routeTable.value,
            place: environment.subnet.id
        )
        step.rule = detour.route.name
        step.prefix = detour.route.tag?.text ?? detour.route.prefix.description
        let reason = Assumption(
            "next-hop-not-found",
            "Nothing the input holds stands at \(address), the next hop, where subnet "
                + "\(environment.subnet.name) reaches it directly."
        )
        let near = network.joined(to: environment, at: address)
        guard near.contains(where: { network.subnet(at: address, in: $0) != nil }) else {
            journey.assume(reason)
            step.action = .deny
            step.detail = "The next hop \(address) cannot be reached directly."
            return go(around: detour, step, to: target, &journey)
        }
        step.detail = reason.detail
        journey.note(step)
        journey.doubt(reason, at: step)
        return .arrived
    }

    /// Through an appliance, by what it is.
    private func pass(_ site: Site, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        switch site.occupant {
        case .machine: return throughMachine(site, to: target, &journey)
        case .firewall(let id): return throughFirewall(id, to: target, &journey)
        case .loadBalancer(let id, let frontend):
            return throughBalancer(id, frontend, keepsDestination: true, &journey) {
                tracer,
                backend,
                journey in
                tracer.throughMachine(backend, to: target, &journey)
            }
        case .privateEndpoint, .applicationGateway, .managed:
            let detail = "\(site.owner.displayName) forwards nothing."
            let step = Step(.appliance, .deny, resource: site.owner, place: site.id, detail: detail)
            return cutOff(at: step, from: site.virtualNetwork, to: target, &journey)
        }
    }

    /// Through a machine that forwards: its filters in, its filters out, the routes of its own subnet.
    func throughMachine(_ site: Site, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        guard let environment = network.environment(of: site.subnet) else {
            return unknownPlace(site.subnet, &journey)
        }
        if journey.probe.destination.isIn(site.address.line...site.address.line) {
            if let home = site.virtualNetwork {
                if journey.handsOver(Journey.Delivery(network: home, sender: home)) { return .arrived }
                if let elsewhere = misses(target, in: home, &journey) { return elsewhere }
            }
            return arrive(at: site, to: target, &journey)
        }
        var step = Step(.appliance, .forward, resource: site.owner, place: site.id)
        switch site.forwards {
        case .set(true): break
        case .set(false), .absent:
            step.action = .deny
            step.detail = "IP forwarding is off: it drops what is not addressed to it."
            if let stopped = journey.block(step) { return stopped }
            step.action = .forward
            step.detail = nil
        case .unknown(let reason):
            journey.doubt(
                Assumption(
                    "forwarding-not-readable",
                    "IP forwarding of \(site.id.name) cannot be read: \(reason)."
                )
            )
        }
        guard !journey.hasPassed(site.id) else { return loops(at: site.subnet, to: target, &journey) }
        if let stopped = filtersIn(environment, site, &journey) { return stopped }
        journey.note(step)
        journey.assume(
            Assumption(
                "appliance-forwards",
                "What appliance \(site.owner.displayName) itself filters is not in the input; it is taken to forward "
                    + "and to keep addresses."
            )
        )
        journey.pass(Journey.Middlebox(id: site.id, subnet: site.subnet, ownAddress: nil))
        if let stopped = filtersOut(environment, site, &journey) { return stopped }
        return forward(from: environment, site, to: target, &journey)
    }

    // MARK: - Gateways

    /// Out by a gateway, or by it to another network of Azure.
    func throughGateway(_ id: ResourceID, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        guard let reach = network.gateway(id), let home = reach.gateway.subnet,
            let environment = network.environment(of: home)
        else { return unknownPlace(id, &journey) }
        let step = Step(.gateway, .forward, resource: id, place: home)
        journey.note(step)
        // A network that another gateway joins to this one.
        for other in reach.networks where journey.probe.destination.isIn(network.space(of: other)) {
            return deliver(in: other, from: reach.network, to: target, &journey)
        }
        if let route = environment.routes.route(to: &journey.probe.destination),
            route.nextHop.isDelivery || route.nextHop.kind == .appliance
                || route.nextHop.kind == .privateEndpoint
        {
            guard !journey.hasPassed(id) else { return loops(at: home, to: target, &journey) }
            journey.pass(Journey.Middlebox(id: id, subnet: home, ownAddress: nil))
            return forward(from: environment, nil, to: target, &journey)
        }
        let address = IPAddress(line: journey.probe.destination.value)
        if case .onPremises = target { return exitToOnPremises(reach, address, &journey) }
        if !target.isInNetwork,
            journey.probe.destination.isIn(AddressSet(reach.prefixes.filter { !$0.isEverything }))
        {
            return exitToOnPremises(reach, address, &journey)
        }
        let reason = Assumption(
            "beyond-gateway",
            "What lies behind gateway \(id.name) decides what becomes of packets to \(address)."
        )
        journey.doubt(reason, at: step)
        return .arrived
    }

    private func exitToOnPremises(
        _ reach: GatewayReach,
        _ address: IPAddress,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard !reach.prefixes.contains(where: { $0.contains(address) }) else { return .arrived }
        journey.assume(
            Assumption(
                "on-premises-prefixes-not-listed",
                "That \(address) is behind gateway \(reach.id.name) is not in the input, which lists none of the "
                    + "prefixes learned by BGP."
            )
        )
        return .arrived
    }
}

extension SubnetEnvironment {
    /// The service endpoint of the subnet by which services of a type are reached; nil where there is none.
    fileprivate func endpoint(of type: ResourceType?) -> String? {
        guard let name = type.flatMap({ PublicService.of($0) })?.endpoint else { return nil }
        return subnet.serviceEndpoints.lazy.compactMap(\.service.value).first {
            $0.lowercased() == name.lowercased()
        }
    }
}

extension Network {
    /// What lies behind a gateway.
    func gateway(_ id: ResourceID) -> GatewayReach? {
        guard let home = topology.find(VirtualNetworkGateway.self, id)?.virtualNetwork else { return nil }
        return gateways[home]?.first { $0.id == id }
    }

    /// The address space of a virtual network.
    func space(of virtualNetwork: ResourceID) -> AddressSet {
        AddressSet(topology.find(VirtualNetwork.self, virtualNetwork)?.addressSpace.prefixes ?? [])
    }

    /// Whether the address space of a virtual network holds an address.
    func holds(_ address: IPAddress, _ virtualNetwork: ResourceID) -> Bool {
        topology.find(VirtualNetwork.self, virtualNetwork)?.addressSpace.prefixes
            .contains { $0.contains(address) } ?? false
    }
}
