import Topology

/// Between the estate and the public side: out to the internet and to services, in by public addresses
/// (azure-semantics 3.7, 7).
extension Tracer {
    // MARK: - Out

    /// Out of a subnet whose route says internet.
    func leaveForInternet(
        from environment: SubnetEnvironment,
        _ site: Site?,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        let subnet = environment.subnet
        if let lost = lostInTheInternet(target, from: environment, &journey) { return lost }
        var step = Step(.translation, .translate, place: subnet.id)
        let published: IPAddress?
        // A firewall's own subnet goes out with the firewall's public address.
        if subnet.reservedFor == .firewall {
            published = nil
        } else {
            switch network.wayOut(of: subnet, site, journey.probe) {
            case .natGateway(let id, let address), .publicAddress(let id, let address),
                .loadBalancer(let id, let address):
                step.resource = id
                step.detail = address.map { "leaves as \($0)" }
                published = address
            case .defaultOutbound:
                step.detail = "leaves with an address of Microsoft's: default outbound access"
                published = nil
            case .none(let reason):
                step.action = .deny
                step.rule = "no-outbound"
                step.detail = reason
                if let stopped = journey.block(step) { return stopped }
                return arriveOutside(target, as: nil, &journey)
            case .unknown(let reason):
                step.action = .unknown
                journey.doubt(reason, at: step)
                published = nil
            }
            journey.note(step)
        }
        return arriveOutside(target, as: published, &journey)
    }

    /// Where the internet leads to nobody: private addresses, and those of a virtual network even where they look
    /// public (azure-semantics 3.3).
    private func lostInTheInternet(
        _ target: Endpoint,
        from environment: SubnetEnvironment,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let isInside =
            switch target {
            case .site, .host: true
            default: false
            }
        guard isInside || journey.probe.destination.isIn(AddressSpace.inside) else { return nil }
        let step = Step(
            .route,
            .deny,
            place: environment.subnet.id,
            detail: "The route leads to the internet, where nobody has that address."
        )
        return cutOff(at: step, from: environment.network, to: target, &journey)
    }

    /// Out of a firewall of a hub, with its public address.
    func leaveByFirewall(to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        arriveOutside(target, as: nil, &journey)
    }

    /// At what the packet was sent to, from outside.
    private func arriveOutside(
        _ target: Endpoint,
        as published: IPAddress?,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        if let published { journey.probe.source.replace(by: published.line) }
        switch target {
        case .resource(let id):
            return ask(id, published == nil ? .unlistedAddress : .publicAddress, &journey)
        case .publicAddress, .loadBalancer, .applicationGateway:
            return enter(target, from: .internet(published ?? Self.anyPublicAddress), &journey)
        case .site, .host, .internet, .onPremises, .platform, .service: break
        }
        // A public address may be one of the estate's own.
        let address = IPAddress(line: journey.probe.destination.value)
        if !address.isPrivate, let own = network.publicEntries.id(of: address) {
            return enter(.publicAddress(own), from: .internet(published ?? Self.anyPublicAddress), &journey)
        }
        if target.isInNetwork {
            let detail = "It leaves for the internet, from where nothing leads to \(address)."
            return journey.stop(Step(.endpoint, .deny, detail: detail))
        }
        return .arrived
    }

    /// At a service by its service endpoint: the service sees the subnet, not a public address.
    func arriveAtService(
        from environment: SubnetEnvironment,
        _ target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard case .resource(let id) = target else { return .arrived }
        return ask(id, .serviceEndpoint(environment.subnet.id), &journey)
    }

    /// What a service of Azure says to a client.
    private func ask(_ id: ResourceID, _ client: ServiceClient, _ journey: inout Journey) -> Journey.Outcome {
        guard let resource = network.topology.resource(id) else { return unknownPlace(id, &journey) }
        let access = ServiceAccess(resource, in: network.topology, tags: network.tags)
        let decision = access.decide(client, &journey.probe)
        guard let step = decision.steps.last else { return .arrived }
        switch decision.verdict {
        case .deny:
            journey.assume(decision.assumptions)
            return journey.block(step) ?? .arrived
        case .unknown:
            if let stopped = journey.pass(step) { return stopped }
            if let reason = decision.assumptions.first { journey.doubt(reason, at: step) }
        case .allow:
            if let stopped = journey.pass(step) { return stopped }
            journey.assume(decision.assumptions)
        }
        return .arrived
    }

    // MARK: - In

    /// In from the internet or from a public address of a service.
    func enter(_ target: Endpoint, from origin: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        switch target {
        case .internet, .service: return .arrived
        case .site(let site):
            guard let id = site.publicIPAddress else {
                if let stopped = journey.block(Self.noWayIn(site.owner)) { return stopped }
                return arriveFromInternet(at: site, isStandard: true, &journey)
            }
            return enter(site, by: id, &journey)
        case .host(_, let subnet): return cutOff(at: Self.noWayIn(subnet), from: nil, to: target, &journey)
        case .platform(let address):
            let detail = "\(address) answers only inside of virtual networks."
            return journey.stop(Step(.platform, .deny, detail: detail))
        case .onPremises: return noWayIn(nil, &journey)
        case .resource(let id): return ask(id, .publicAddress, &journey)
        case .publicAddress(let id): return enter(byPublicAddress: id, to: target, &journey)
        case .loadBalancer(let id):
            guard let balancer = network.topology.find(LoadBalancer.self, id) else {
                return unknownPlace(id, &journey)
            }
            let fronts = balancer.frontends.filter(\.isPublic)
            guard !fronts.isEmpty else { return noWayIn(id, &journey) }
            return best(of: fronts, &journey) { front, journey in
                self.throughBalancer(id, balancer.frontendID(front), &journey) { tracer, site, journey in
                    tracer.arriveFromInternet(at: site, isStandard: !balancer.skuName.is("Basic"), &journey)
                }
            }
        case .applicationGateway(let id):
            guard let gateway = network.topology.find(ApplicationGateway.self, id) else {
                return unknownPlace(id, &journey)
            }
            guard gateway.isPublic else { return noWayIn(id, &journey) }
            return enter(gateway: gateway, &journey)
        }
    }

    private func noWayIn(_ id: ResourceID?, _ journey: inout Journey) -> Journey.Outcome {
        journey.stop(Self.noWayIn(id))
    }

    private static func noWayIn(_ id: ResourceID?) -> Step {
        Step(
            .translation,
            .deny,
            resource: id,
            rule: "no-public-path",
            detail: "Nothing leads in from the internet."
        )
    }

    /// By a public address of the estate, to what stands behind it.
    private func enter(
        byPublicAddress id: ResourceID,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        switch network.publicEntries.entry(id) {
        case .site(let site): return enter(site, by: id, &journey)
        case .loadBalancer(let balancer, let frontend):
            let isStandard = network.topology.find(LoadBalancer.self, balancer)?.skuName.is("Basic") != true
            return throughBalancer(balancer, frontend, &journey) { tracer, site, journey in
                tracer.arriveFromInternet(at: site, isStandard: isStandard, &journey)
            }
        case .applicationGateway(let gateway):
            guard let gateway = network.topology.find(ApplicationGateway.self, gateway) else {
                return unknownPlace(gateway, &journey)
            }
            return enter(gateway: gateway, &journey)
        case .firewall(let firewall): return enter(firewall: firewall, to: target, &journey)
        case .managed(let holder, let subnet):
            if let environment = subnet.flatMap({ network.environment(of: $0) }) {
                journey.receiver = environment.subnet.id
                if let stopped = filtersIn(environment, nil, &journey) { return stopped }
            }
            journey.assume(
                Assumption(
                    "managed-by-azure",
                    "What \(holder.displayName) itself answers is not in the input."
                )
            )
            return .arrived
        case .natGateway(let gateway): return noWayIn(gateway, &journey)
        case .nothing: return noWayIn(id, &journey)
        case .missing(let holder): return unknownPlace(holder, &journey)
        }
    }

    /// By the public address of an interface.
    private func enter(_ site: Site, by id: ResourceID, _ journey: inout Journey) -> Journey.Outcome {
        journey.note(Step(.translation, .translate, resource: id, detail: "to \(site.address)"))
        journey.probe.destination.replace(by: site.address.line)
        let address = network.topology.find(PublicIPAddress.self, id)
        return arriveFromInternet(at: site, isStandard: address?.skuName.is("Basic") != true, &journey)
    }

    /// At a machine from outside: a Standard address stays closed where no security group opens it
    /// (azure-semantics 7.1).
    func arriveFromInternet(at site: Site, isStandard: Bool, _ journey: inout Journey) -> Journey.Outcome {
        guard let environment = network.environment(of: site.subnet) else {
            return unknownPlace(site.subnet, &journey)
        }
        let hasGroup = !environment.subnet.networkSecurityGroup.isAbsent || !site.securityGroup.isAbsent
        if !hasGroup, isStandard {
            let step = Step(
                .translation,
                .deny,
                resource: site.owner,
                rule: "secure-by-default",
                detail: "A Standard public address is closed where no security group opens it."
            )
            if let stopped = journey.block(step) { return stopped }
        }
        return arrive(at: site, to: .site(site), &journey)
    }

    private func enter(gateway: ApplicationGateway, _ journey: inout Journey) -> Journey.Outcome {
        guard let subnet = gateway.subnet, let environment = network.environment(of: subnet) else {
            return unknownPlace(gateway.subnet ?? gateway.id, &journey)
        }
        journey.receiver = subnet
        return arrive(atGateway: gateway.id, environment, &journey)
    }

    /// By a public address of a firewall: only what it translates gets in.
    private func enter(
        firewall id: ResourceID,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard let firewall = network.inspection(of: id) else { return unknownPlace(id, &journey) }
        // The rules of a policy that the input lacks come before those that it holds.
        if let missing = firewall.missing {
            let step = Step(.firewallDNAT, .unknown, resource: id, detail: missing.detail)
            journey.note(step)
            journey.doubt(missing, at: step)
            return .arrived
        }
        guard let decision = firewall.translate(&journey.probe) else {
            return journey.stop(
                Step(
                    .firewallDNAT,
                    .deny,
                    resource: id,
                    rule: "no-public-path",
                    detail: "No rule of the firewall translates it."
                )
            )
        }
        if let stopped = heed(decision, of: firewall, &journey) { return stopped }
        guard journey.probe.destination.isReplaced else { return .arrived }
        if let hub = firewall.hub {
            return throughHub(hub, from: .firewall, to: target, &journey)
        }
        guard let home = firewall.subnet, let environment = network.environment(of: home) else {
            return unknownPlace(firewall.subnet ?? id, &journey)
        }
        return forward(from: environment, nil, to: target, &journey)
    }

    // MARK: - From on-premises

    /// In by a gateway that serves the sender's address.
    func enter(
        _ target: Endpoint,
        fromOnPremises address: IPAddress,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        switch target {
        case .onPremises(let other) where network.hubs.isBranch(address) && network.hubs.isBranch(other):
            return best(of: network.hubs.branchHubs(of: address), &journey) { hub, journey in
                self.throughHub(hub, from: .branch, to: target, &journey)
            }
        case .onPremises:
            journey.doubt(
                Assumption("outside-the-estate", "Packets from on-premises to there do not pass the estate.")
            )
            return .arrived
        case .internet, .service, .platform:
            journey.assume(
                Assumption("outside-the-estate", "Packets from on-premises to there do not pass the estate.")
            )
            return .arrived
        case .resource(let id): return ask(id, .unlistedAddress, &journey)
        case .publicAddress:
            return enter(target, from: .internet(Self.anyPublicAddress), &journey)
        case .site, .host, .loadBalancer, .applicationGateway: break
        }
        if let inner = privateTarget(target) { journey.probe.destination.replace(by: inner.line) }
        let reaches = network.gateways.values.flatMap { $0 }.sorted { $0.id.text < $1.id.text }
        let listed = reaches.filter { reach in reach.prefixes.contains { $0.contains(address) } }
        let doors: [Door] =
            (listed.isEmpty ? reaches.filter(\.learnsMore) : listed).map { .gateway($0) }
            + network.hubs.branchHubs(of: address).map { .hub($0) }
        guard !doors.isEmpty else {
            let step = Step(.gateway, .deny, detail: "No gateway of the input serves \(address).")
            return cutOff(at: step, from: nil, to: target, &journey)
        }
        if listed.isEmpty, !reaches.isEmpty {
            journey.assume(
                Assumption(
                    "on-premises-prefixes-not-listed",
                    "That \(address) is behind a gateway is not in the input, which lists none of the prefixes learned "
                        + "by BGP."
                )
            )
        }
        return best(of: doors, &journey) { door, journey in
            switch door {
            case .gateway(let reach): self.enter(target, by: reach, &journey)
            case .hub(let hub): self.throughHub(hub, from: .branch, to: target, &journey)
            }
        }
    }

    private enum Door {
        case gateway(GatewayReach)
        case hub(ResourceID)
    }

    /// The private address of a load balancer or an application gateway.
    private func privateTarget(_ target: Endpoint) -> IPAddress? {
        switch target {
        case .loadBalancer(let id):
            network.topology.find(LoadBalancer.self, id)?.frontends.compactMap(\.privateIPAddress.value).first
        case .applicationGateway(let id):
            network.topology.find(ApplicationGateway.self, id)?.frontends.compactMap(\.privateIPAddress.value)
                .first
        default: nil
        }
    }

    /// By the routes of the gateway's subnet, to networks that the gateway serves.
    private func enter(
        _ target: Endpoint,
        by reach: GatewayReach,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard let home = reach.gateway.subnet, let environment = network.environment(of: home) else {
            return unknownPlace(reach.id, &journey)
        }
        let address = IPAddress(line: journey.probe.destination.value)
        journey.note(Step(.gateway, .forward, resource: reach.id, place: home))
        var destination = Probe.Field(address.line)
        let route = environment.routes.route(to: &destination)
        if case .peering(let remote) = route?.nextHop,
            network.links[remote]?.contains(where: { $0.remote == reach.network && $0.usesRemoteGateway })
                != true
        {
            let step = Step(
                .gateway,
                .deny,
                resource: reach.id,
                place: home,
                detail: "\(remote.name) does not use this gateway, which therefore does not announce it."
            )
            if let stopped = journey.block(step) { return stopped }
        }
        return forward(from: environment, nil, to: target, &journey)
    }
}
