import JSON
import Reachability
import Topology

/// What becomes of packets from the internet at the public addresses behind which machines stand.
///
/// Gateways, Bastions, firewalls without a translation and application gateways answer themselves: what Azure has to
/// let in there is no finding.
struct PublicDoors {
    private let tracer: Tracer
    private let topology: Topology
    /// The addresses of machines and of balancers, and the firewalls that translate.
    let addresses: [PublicIPAddress]

    /// The balancer each address belongs to.
    private let balancers: [ResourceID: LoadBalancer]

    private static let owners: Set<ResourceType> = [
        NetworkInterface.types[0], LoadBalancer.types[0], AzureFirewall.types[0],
    ]
    private let someone = Endpoint.internet(EndpointResolver.someoneOnTheInternet)

    init(_ tracer: Tracer) {
        self.tracer = tracer
        topology = tracer.network.topology
        let owners = PublicAddressOwners(topology)
        var balancers: [ResourceID: LoadBalancer] = [:]
        addresses = topology.all(PublicIPAddress.self).filter { address in
            guard let owner = owners.owner(of: address), Self.owners.contains(owner.type) else {
                return false
            }
            balancers[address.id] = tracer.network.topology.find(LoadBalancer.self, owner.id)
            return true
        }
        self.balancers = balancers
    }

    /// Judges the way in by an address to each of some TCP ports.
    func judge(_ address: PublicIPAddress, _ ports: [UInt16]) -> Judgement {
        var parts: [Judgement] = []
        var answered: ClosedRange<UInt16>?
        for port in ports where answered?.contains(port) != true {
            let trace = tracer.trace(
                from: someone,
                to: .publicAddress(address.id),
                protocolNumber: 6,
                destinationPort: port
            )
            answered = trace.probe.destinationPort.window
            let open = ports.filter { trace.probe.destinationPort.window.contains($0) }
            parts.append(judge(trace, open, by: address.name))
        }
        if let balancer = balancers[address.id], let doubt = doubt(about: balancer) { parts.append(doubt) }
        return .combining(parts, pass: "Nothing from the internet gets by \(address.name) to such a port")
    }

    private func judge(_ trace: Trace, _ ports: [UInt16], by name: String) -> Judgement {
        let proofs = trace.proofs(in: topology)
        let list = Judgement.naming(ports.map(String.init))
        switch trace.verdict {
        case .deny: return .pass("", proofs)
        case .unknown:
            return .unknown(
                "Whether port \(list) is reached by \(name) is not known: \(trace.assumptions.first?.detail ?? "")",
                proofs
            )
        case .allow:
            return .fail(
                "The internet reaches port \(list) by \(name), let in by \(trace.decider), for example \(trace.witness)",
                proofs
            )
        }
    }

    /// Judges the rules of a balancer that lead to one of some ports; nil where no public frontend stands before it.
    func judge(_ balancer: LoadBalancer, _ ports: [UInt16]) -> Judgement? {
        guard balancer.frontends.contains(where: \.isPublic) else { return nil }
        let fields = balancer.resource.fields
        let parts = ["loadBalancingRules", "inboundNatRules"].flatMap { collection -> [Judgement] in
            (fields[collection]?.elements ?? []).enumerated().map { index, rule in
                let place = Proof("\(collection)[\(index)].backendPort", expected: "another port")
                let inner = rule.fields
                return inner.number("backendPort").judged(by: place, of: balancer.name) { backend in
                    guard ports.contains(where: { Int($0) == backend }) else { return .pass("", place) }
                    return inner.number("frontendPort").judged(by: place, of: balancer.name) { front in
                        judge(balancer, rule.member("name")?.string ?? "", front, backend, place)
                    }
                }
            }
        }
        let doubts = [doubt(about: balancer)].compactMap(\.self)
        return .combining(parts + doubts, pass: "\(balancer.name) hands no session of an administrator on")
    }

    private func judge(
        _ balancer: LoadBalancer,
        _ rule: String,
        _ front: Int,
        _ backend: Int,
        _ place: Proof
    ) -> Judgement {
        let trace = tracer.trace(
            from: someone,
            to: .loadBalancer(balancer.id),
            protocolNumber: 6,
            destinationPort: UInt16(exactly: front) ?? 0
        )
        let proofs = [place] + trace.proofs(in: topology)
        switch trace.verdict {
        case .deny: return .pass("", proofs)
        case .unknown: return .unknown(trace.assumptions.first?.detail ?? "its way is not known", proofs)
        case .allow:
            return .fail(
                "\(balancer.name) hands port \(front) on to \(backend) of a machine by its rule \(rule): \(trace.witness)",
                proofs
            )
        }
    }

    /// Why a balancer may lead elsewhere than its rules show: a part of them only Azure can fill.
    private func doubt(about balancer: LoadBalancer) -> Judgement? {
        let fields = balancer.resource.fields
        for collection in ["frontendIPConfigurations", "loadBalancingRules", "inboundNatRules"] {
            if let symbolic = fields[collection]?.symbolicInside {
                return .unknown("only Azure knows \(symbolic)", Proof(collection, in: balancer.resource))
            }
        }
        return nil
    }
}
