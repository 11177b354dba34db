import Topology

/// The last leg: the filters in front of what stands at the destination, and what it does itself.
extension Tracer {
    /// At what stands at an address.
    func arrive(at site: Site, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        guard let environment = network.environment(of: site.subnet) else {
            return unknownPlace(site.subnet, &journey)
        }
        journey.receiver = site.subnet
        switch site.occupant {
        case .machine: return filtersIn(environment, site, &journey) ?? .arrived
        case .privateEndpoint(let id): return arrive(atEndpoint: id, site, environment, &journey)
        case .loadBalancer(let id, let frontend):
            return throughBalancer(id, frontend, &journey) { tracer, backend, journey in
                tracer.arrive(at: backend, to: target, &journey)
            }
        case .applicationGateway(let id): return arrive(atGateway: id, environment, &journey)
        case .firewall(let id), .managed(let id):
            if let stopped = filtersIn(environment, nil, &journey) { return stopped }
            journey.assume(
                Assumption("managed-by-azure", "What \(id.displayName) itself answers is not in the input.")
            )
            return .arrived
        }
    }

    /// A private endpoint.
    ///
    /// Its connection has to be approved, and security groups count only where the subnet says so (azure-semantics 3.6).
    /// Admin rules never do (azure-semantics 2.1).
    private func arrive(
        atEndpoint id: ResourceID,
        _ site: Site,
        _ environment: SubnetEnvironment,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        var step = Step(.privateEndpoint, .allow, resource: id, place: site.subnet)
        guard let endpoint = network.topology.find(PrivateEndpoint.self, id) else {
            return unknownPlace(id, &journey)
        }
        let connections = endpoint.connections + endpoint.manualConnections
        if !connections.contains(where: { $0.status.is("Approved") }) {
            if let state = connections.compactMap(\.status.value).first {
                step.action = .deny
                step.detail = "Its connection is \(state), not approved."
                if let stopped = journey.block(step) { return stopped }
                step.action = .allow
                step.detail = nil
            } else {
                journey.assume(
                    Assumption(
                        "endpoint-approval-not-in-input",
                        "The input does not tell whether endpoint \(endpoint.name) is approved; it is taken to be."
                    )
                )
            }
        }
        switch environment.subnet.privateEndpointNetworkPolicies {
        case .set(let policy):
            if ["enabled", "networksecuritygroupenabled"].contains(policy.lowercased()) {
                // The source port is taken as any (azure-semantics 3.6).
                if let stopped = groupsInAtEndpoint(environment, site, &journey) { return stopped }
            }
        case .absent: break
        case .unknown(let reason):
            journey.doubt(
                Assumption(
                    "endpoint-policy-not-readable",
                    "Network policies of the subnet cannot be read: \(reason)."
                ),
                at: step
            )
        }
        journey.note(step)
        return .arrived
    }

    /// An application gateway.
    ///
    /// The security group of its subnet, then a listener (azure-semantics 1.7, 7.2); admin rules do not apply there.
    func arrive(
        atGateway id: ResourceID,
        _ environment: SubnetEnvironment,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        if let stopped = filtersIn(environment, nil, &journey) { return stopped }
        guard let gateway = network.topology.find(ApplicationGateway.self, id) else {
            return unknownPlace(id, &journey)
        }
        let ports = gateway.frontendPorts.reduce(into: [ResourceID: UInt16]()) { ports, port in
            guard let number = port.port.value.flatMap({ UInt16(exactly: $0) }), let id = port.id.value else {
                return
            }
            ports[ResourceID(id)] = number
        }
        let listened = gateway.httpListeners.compactMap(\.frontendPort.value).compactMap { named in
            ports[named] ?? ports.first { $0.key.name.lowercased() == named.name.lowercased() }?.value
        }
        guard journey.probe.protocolNumber == 6,
            journey.probe.destinationPort.isIn(IntervalSet(listened.map { $0...$0 }))
        else {
            let detail = "No listener is on that port."
            return journey.stop(Step(.endpoint, .deny, resource: id, detail: detail))
        }
        return .arrived
    }
}
