import Topology

/// Follows one packet through the estate, as Azure would decide it.
///
/// The order is that of azure-semantics, "Order in which one packet is decided": the filters of the sender, the routes
/// of each subnet it is sent on from, translation, the filters of the receiver, then the way back. It is written to
/// be read; what it finds for one packet holds for all in the windows of its probe.
package struct Tracer: Sendable {
    package let network: Network

    package init(_ network: Network) { self.network = network }

    /// What becomes of a packet between two ends.
    ///
    /// Ports count for TCP and UDP alone.
    package func trace(
        from origin: Endpoint,
        to target: Endpoint,
        protocolNumber: UInt8,
        sourcePort: UInt16 = Probe.ephemeralPort,
        destinationPort: UInt16 = 0
    ) -> Trace {
        follow(
            from: origin,
            to: target,
            protocolNumber: protocolNumber,
            sourcePort: sourcePort,
            destinationPort: destinationPort
        ).trace
    }

    /// The same, in an estate that is taken to be otherwise where a supposition says so.
    ///
    /// - Returns: What becomes of the packet, and every step that stops it or would but for the supposition.
    func follow(
        from origin: Endpoint,
        to target: Endpoint,
        protocolNumber: UInt8,
        sourcePort: UInt16,
        destinationPort: UInt16,
        supposing supposition: Supposition? = nil
    ) -> (trace: Trace, blockers: [Step]) {
        let probe = Probe(
            protocolNumber: protocolNumber,
            source: origin.address ?? address(of: origin, facing: target),
            destination: target.address ?? address(of: target, facing: origin),
            sourcePort: sourcePort,
            destinationPort: destinationPort
        )
        var journey = Journey(probe, supposing: supposition)
        let outcome = send(from: origin, to: target, &journey)
        let returning: Trace.Return? =
            if case .arrived = outcome { self.returning(from: target, to: origin, journey) } else { nil }
        return (journey.trace(outcome, packet: probe.packet, returning: returning), journey.blockers)
    }

    /// The first leg: out of the sender.
    func send(from origin: Endpoint, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        if let blocked = blockedByPlatform(&journey.probe) { return journey.stop(blocked) }
        switch origin {
        case .site(let site):
            if case .privateEndpoint(let id) = site.occupant {
                let detail = "A private endpoint answers; it never initiates."
                return journey.stop(Step(.privateEndpoint, .deny, resource: id, detail: detail))
            }
            return leave(site.subnet, site, to: target, &journey)
        case .host(_, let subnet): return leave(subnet, nil, to: target, &journey)
        case .internet, .service: return enter(target, from: origin, &journey)
        case .onPremises(let address): return enter(target, fromOnPremises: address, &journey)
        case .platform: return probeFromPlatform(target, &journey)
        case .publicAddress, .loadBalancer, .applicationGateway, .resource:
            let detail = "It sends no packets of its own that the input tells of."
            return journey.stop(Step(.endpoint, .deny, detail: detail))
        }
    }

    /// Out of a subnet: the filters of the sender, then its routes.
    private func leave(
        _ subnet: ResourceID,
        _ site: Site?,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard let environment = network.environment(of: subnet) else {
            return unknownPlace(subnet, &journey)
        }
        if let stopped = filtersOut(environment, site, &journey) { return stopped }
        return forward(from: environment, site, to: target, &journey)
    }

    /// A place that the input does not hold: what it does to the packet cannot be said.
    func unknownPlace(_ id: ResourceID, _ journey: inout Journey) -> Journey.Outcome {
        let reason = Assumption("place-not-in-input", "The input does not hold \(id.displayName).")
        let step = Step(.endpoint, .unknown, resource: id, detail: reason.detail)
        journey.note(step)
        journey.doubt(reason, at: step)
        return .arrived
    }

    /// What Azure drops everywhere (azure-semantics 1.7).
    private func blockedByPlatform(_ probe: inout Probe) -> Step? {
        switch probe.protocolNumber {
        case 47: return Step(.platform, .deny, detail: "Azure drops GRE.")
        case 4: return Step(.platform, .deny, detail: "Azure drops IP in IP.")
        default: break
        }
        if probe.destination.isIn(Self.multicast) {
            return Step(.platform, .deny, detail: "Azure drops multicast and broadcast.")
        }
        if probe.protocolNumber == 17, probe.sourcePort.isIn(IntervalSet(65330)) {
            return Step(.platform, .deny, detail: "Azure drops UDP from port 65330.")
        }
        return nil
    }

    static let multicast = AddressSet(
        ["224.0.0.0/4", "255.255.255.255/32", "ff00::/8"].compactMap { AddressPrefix($0) }
    )

    /// A health probe, which comes from the platform straight to the machine.
    private func probeFromPlatform(_ target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        guard case .site(let site) = target else {
            return journey.stop(
                Step(.platform, .deny, detail: "The platform probes only what stands in a subnet.")
            )
        }
        return arrive(at: site, to: target, &journey)
    }

    /// The address that stands for an end which has none of its own.
    private func address(of end: Endpoint, facing other: Endpoint) -> IPAddress {
        switch end {
        case .publicAddress(let id):
            if let address = network.topology.find(PublicIPAddress.self, id)?.ipAddress.value {
                return address
            }
        case .loadBalancer(let id):
            return frontAddress(id, isPrivate: isInside(other)) ?? Self.anyPublicAddress
        case .resource(let id):
            // An address of its service, so that rules which name the service by its tag speak of it.
            let tags =
                id.type.flatMap { PublicService.of($0) }?.tags(in: network.topology.resource(id)?.location)
                ?? []
            let listed = tags.lazy.compactMap { network.tags[$0]?.intersection(AddressSpace.version4).first }
                .first
            if let listed { return IPAddress(line: listed) }
        case .applicationGateway(let id):
            let inner = network.topology.find(ApplicationGateway.self, id)?.frontends
                .compactMap(\.privateIPAddress.value).first
            if isInside(other), let inner { return inner }
        default: break
        }
        return Self.anyPublicAddress
    }

    /// Whether packets of that end come from inside of the estate.
    private func isInside(_ end: Endpoint) -> Bool {
        switch end {
        case .site, .host, .platform: true
        default: false
        }
    }

    private func frontAddress(_ id: ResourceID, isPrivate: Bool) -> IPAddress? {
        let fronts = network.topology.find(LoadBalancer.self, id)?.frontends ?? []
        let inner = fronts.lazy.compactMap(\.privateIPAddress.value).first
        if isPrivate, let inner { return inner }
        return fronts.lazy.compactMap {
            network.topology.find(PublicIPAddress.self, $0.publicIPAddress)?.ipAddress.value
        }
        .first
    }

    /// A public address of nobody, which stands for one the input does not tell (RFC 5737).
    static let anyPublicAddress = IPAddress(version: .v4, bits: 0xC633_6401)
}
