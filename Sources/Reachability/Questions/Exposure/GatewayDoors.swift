import Topology

/// The ways in from on-premises, by gateways and virtual hubs (azure-semantics 6).
struct GatewayDoors {
    private(set) var ways: [Exposure.Way] = []

    /// Of everything, or of one resource alone.
    init(_ tracer: Tracer, _ endpoint: ResourceID?) {
        let senders = Self.senders(tracer.network)
        guard !senders.isEmpty else { return }
        let sites = endpoint.map { tracer.network.sites.sites(of: $0) } ?? tracer.network.sites.all
        for site in sites where site.isReachable {
            for sender in senders {
                let sweep = DoorSweep { number, port in
                    tracer.trace(
                        from: .onPremises(sender),
                        to: .site(site),
                        protocolNumber: number,
                        destinationPort: port
                    )
                }
                for found in sweep.found {
                    let gateway = found.trace.path.first { $0.stage == .gateway || $0.stage == .hub }
                    ways.append(
                        Exposure.Way(
                            side: .onPremises,
                            door: .gateway,
                            through: gateway?.resource,
                            rule: nil,
                            endpoint: site.owner,
                            address: site.address,
                            flows: found.flows,
                            verdict: found.trace.verdict,
                            trace: found.trace
                        )
                    )
                }
            }
        }
    }

    /// One sender of each prefix that a gateway or a hub brings; where none lists any but learns some, one that
    /// stands for them.
    private static func senders(_ network: Network) -> [IPAddress] {
        let reaches = network.gateways.values.flatMap { $0 }
        let hubs = network.hubs.all
        let prefixes = Set(
            (reaches.flatMap(\.prefixes) + hubs.flatMap { $0.branches.flatMap(\.prefixes) })
                .filter { !$0.isEverything }
        )
        let listed = prefixes.sorted().map { prefix in
            // A host of it, not its own first address.
            IPAddress(
                version: prefix.version,
                bits: prefix.first.bits | (prefix.last.bits == prefix.first.bits ? 0 : 1)
            )
        }
        let learnsMore = reaches.contains(where: \.learnsMore) || hubs.contains(where: \.learnsMore)
        guard listed.isEmpty, learnsMore,
            case .onPremises(let address)? = try? EndpointResolver(network).resolve("onprem")
        else { return listed }
        return [address]
    }
}

/// The ways out to the internet (azure-semantics 3.7).
struct OutboundDoors {
    private(set) var ways: [Exposure.Way] = []

    /// Of every machine, or of one alone.
    init(_ tracer: Tracer, _ endpoint: ResourceID?) {
        let sites = endpoint.map { tracer.network.sites.sites(of: $0) } ?? tracer.network.sites.all
        let someone = Endpoint.internet(EndpointResolver.someoneOnTheInternet)
        for site in sites where site.initiates {
            let sweep = DoorSweep { number, port in
                tracer.trace(from: .site(site), to: someone, protocolNumber: number, destinationPort: port)
            }
            for found in sweep.found {
                let (side, door, through) = Self.door(of: found.trace)
                ways.append(
                    Exposure.Way(
                        side: side,
                        door: door,
                        through: through,
                        rule: found.trace.path.last {
                            $0.stage == .firewallNetwork || $0.stage == .firewallApplication
                        }?
                        .rule,
                        endpoint: site.owner,
                        address: site.address,
                        flows: found.flows,
                        verdict: found.trace.verdict,
                        trace: found.trace
                    )
                )
            }
        }
    }

    /// By what a packet left: the firewall on its way, what translated it, or a gateway to on-premises.
    private static func door(of trace: Trace) -> (Exposure.Side, Exposure.Door, ResourceID?) {
        let firewall = trace.path.last { $0.stage == .firewallNetwork || $0.stage == .firewallApplication }
        if let firewall { return (.internet, .firewall, firewall.place ?? firewall.resource) }
        if let translation = trace.path.last(where: { $0.stage == .translation }) {
            let door: Exposure.Door =
                switch translation.resource?.type {
                case NATGateway.types[0]: .natGateway
                case PublicIPAddress.types[0]: .publicAddress
                case LoadBalancer.types[0]: .loadBalancer
                default: .defaultOutbound
                }
            return (.internet, door, translation.resource)
        }
        if let gateway = trace.path.last(where: { $0.stage == .gateway || $0.stage == .hub }) {
            return (.onPremises, .gateway, gateway.resource)
        }
        return (.internet, .defaultOutbound, nil)
    }
}

extension Site {
    /// Whether anything answers there that packets from outside may be meant for.
    fileprivate var isReachable: Bool {
        switch occupant {
        case .machine, .privateEndpoint, .loadBalancer, .applicationGateway: true
        case .firewall, .managed: false
        }
    }
}
