import Topology

/// The ways in by the public addresses of the estate (azure-semantics 7.1, 7.2).
struct PublicDoors {
    private(set) var ways: [Exposure.Way] = []
    private let tracer: Tracer
    private let someone = Endpoint.internet(EndpointResolver.someoneOnTheInternet)

    init(_ tracer: Tracer) {
        self.tracer = tracer
        for address in tracer.network.topology.all(PublicIPAddress.self) { add(address.id) }
    }

    private mutating func add(_ id: ResourceID) {
        switch tracer.network.publicEntries.entry(id) {
        case .site(let site):
            add(sweep(id), .publicAddress, id, endpoint: site.owner, address: site.address)
        case .loadBalancer(let balancer, let frontend): add(balancer, frontend)
        case .applicationGateway(let gateway): add(gateway: gateway, id)
        case .firewall(let firewall): add(firewall: firewall, id)
        case .managed(let holder, _):
            add(sweep(id), .managed, id, endpoint: holder, address: nil)
        case .missing(let holder):
            add(sweep(id), .publicAddress, id, endpoint: holder, address: nil)
        case .natGateway, .nothing: break
        }
    }

    private func sweep(_ id: ResourceID) -> DoorSweep {
        DoorSweep { number, port in
            tracer.trace(from: someone, to: .publicAddress(id), protocolNumber: number, destinationPort: port)
        }
    }

    private mutating func add(
        _ sweep: DoorSweep,
        _ door: Exposure.Door,
        _ through: ResourceID,
        endpoint: ResourceID,
        address: IPAddress?
    ) {
        for found in sweep.found {
            ways.append(
                Exposure.Way(
                    side: .internet,
                    door: door,
                    through: through,
                    rule: found.trace.door?.rule,
                    endpoint: endpoint,
                    address: address,
                    flows: found.flows,
                    verdict: found.trace.verdict,
                    trace: found.trace
                )
            )
        }
    }

    /// Each member behind a balancer by itself: what lets one in need not let in the next.
    private mutating func add(_ id: ResourceID, _ frontend: ResourceID) {
        let network = tracer.network
        guard let balancer = network.topology.find(LoadBalancer.self, id) else { return }
        let isStandard = !balancer.skuName.is("Basic")
        let members = LoadBalancing(balancer, network.poolMembers).members(at: frontend)
        for member in members.sites {
            let sweep = DoorSweep([6, 17]) { number, port in
                tracer.follow(
                    from: someone,
                    by: (id, frontend),
                    to: member,
                    isStandard: isStandard,
                    protocolNumber: number,
                    destinationPort: port
                )
            }
            add(sweep, .loadBalancer, id, endpoint: member.owner, address: member.address)
        }
        if members.unlisted > 0 {
            let sweep = DoorSweep([6, 17]) { number, port in
                tracer.follow(
                    from: someone,
                    by: (id, frontend),
                    to: nil,
                    isStandard: isStandard,
                    protocolNumber: number,
                    destinationPort: port
                )
            }
            let open = sweep.found.filter { $0.trace.assumptions.first?.code == "members-not-in-input" }
            for found in open {
                ways.append(
                    Exposure.Way(
                        side: .internet,
                        door: .loadBalancer,
                        through: id,
                        rule: found.trace.door?.rule,
                        endpoint: id,
                        address: nil,
                        flows: found.flows,
                        verdict: found.trace.verdict,
                        trace: found.trace
                    )
                )
            }
        }
    }

    /// What a firewall translates, to what stands where the packet is sent.
    private mutating func add(firewall: ResourceID, _ address: ResourceID) {
        for found in sweep(address).found {
            let target = IPAddress(line: found.trace.probe.destination.value)
            let site = tracer.network.sites.sites(at: target).first
            ways.append(
                Exposure.Way(
                    side: .internet,
                    door: .firewall,
                    through: firewall,
                    rule: found.trace.door?.rule,
                    endpoint: site?.owner ?? firewall,
                    address: site?.address ?? (found.trace.probe.destination.isReplaced ? target : nil),
                    flows: found.flows,
                    verdict: found.trace.verdict,
                    trace: found.trace
                )
            )
        }
    }

    /// The gateway itself, then what its rules lead to.
    private mutating func add(gateway id: ResourceID, _ address: ResourceID) {
        let sweep = sweep(address)
        add(sweep, .applicationGateway, address, endpoint: id, address: nil)
        guard let gateway = tracer.network.topology.find(ApplicationGateway.self, id) else { return }
        for hop in GatewayBackends(gateway, tracer).hops {
            let listened = Service(protocolNumber: 6, port: hop.listenerPort)
            guard sweep.found.contains(where: { $0.flows.contains(listened) }) else { continue }
            var flows = FlowSet()
            flows.insert(listened)
            ways.append(
                Exposure.Way(
                    side: .internet,
                    door: .applicationGateway,
                    through: id,
                    rule: hop.rule,
                    endpoint: hop.endpoint,
                    address: tracer.network.sites.sites(of: hop.endpoint).first?.address,
                    flows: flows,
                    verdict: hop.trace.verdict,
                    trace: hop.trace
                )
            )
        }
    }
}

extension Tracer {
    /// What becomes of a packet from outside to one member behind a frontend; to any where none is named.
    fileprivate func follow(
        from origin: Endpoint,
        by front: (balancer: ResourceID, frontend: ResourceID),
        to member: Site?,
        isStandard: Bool,
        protocolNumber: UInt8,
        destinationPort: UInt16
    ) -> Trace {
        let balancer = network.topology.find(LoadBalancer.self, front.balancer)
        let address = balancer?.frontends.first { balancer?.frontendID($0) == front.frontend }?
            .publicIPAddress.value
        let probe = Probe(
            protocolNumber: protocolNumber,
            source: origin.address ?? Self.anyPublicAddress,
            destination: network.topology.find(PublicIPAddress.self, address)?.ipAddress.value
                ?? Self.anyPublicAddress,
            destinationPort: destinationPort
        )
        var journey = Journey(probe)
        let outcome = throughBalancer(front.balancer, front.frontend, only: member, &journey) {
            tracer,
            site,
            journey in
            tracer.arriveFromInternet(at: site, isStandard: isStandard, &journey)
        }
        return journey.trace(outcome, packet: probe.packet, returning: nil)
    }
}
