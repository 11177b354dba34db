import Topology

/// Through Azure Firewalls and load balancers.
extension Tracer {
    /// Through a firewall that stands in a virtual network: its rules, then the routes of its subnet.
    func throughFirewall(_ id: ResourceID, to target: Endpoint, _ journey: inout Journey) -> Journey.Outcome {
        guard let firewall = network.inspection(of: id) else { return unknownPlace(id, &journey) }
        guard let home = firewall.subnet, let environment = network.environment(of: home) else {
            return unknownPlace(firewall.subnet ?? id, &journey)
        }
        guard !journey.hasPassed(id) else { return loops(at: home, to: target, &journey) }
        if let stopped = inspect(by: firewall, &journey) { return stopped }
        return forward(from: environment, nil, to: target, &journey)
    }

    /// The rules of a firewall.
    ///
    /// - Returns: The outcome where they stop the packet, else nil.
    func inspect(by firewall: FirewallInspection, _ journey: inout Journey) -> Journey.Outcome? {
        let decision = firewall.inspect(&journey.probe)
        if decision.verdict == .deny, let step = decision.steps.last {
            journey.assume(decision.assumptions)
            if let stopped = journey.block(step) { return stopped }
            // Let through by a network rule, which keeps what an application rule would replace.
            let passed = firewall.allowed(InspectionDecision(.allow, []), &journey.probe)
            return send(on: passed, from: firewall, &journey)
        }
        return heed(decision, of: firewall, &journey)
    }

    /// Goes on as a firewall decided.
    func heed(
        _ decision: InspectionDecision,
        of firewall: FirewallInspection,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        for step in decision.steps.dropLast() { journey.note(step) }
        guard let last = decision.steps.last else { return nil }
        switch decision.verdict {
        case .deny:
            journey.assume(decision.assumptions)
            return journey.stop(last)
        case .unknown:
            if let stopped = journey.pass(last) { return stopped }
            if let reason = decision.assumptions.first { journey.doubt(reason, at: last) }
            journey.assume(Array(decision.assumptions.dropFirst()))
        case .allow:
            if let stopped = journey.pass(last) { return stopped }
            journey.assume(decision.assumptions)
        }
        return send(on: decision, from: firewall, &journey)
    }

    /// Goes on behind a firewall that lets the packet pass.
    private func send(
        on decision: InspectionDecision,
        from firewall: FirewallInspection,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let own = decision.translatesSource ? firewall.privateAddress : nil
        if let own { journey.probe.source.replace(by: own.line) }
        journey.pass(Journey.Middlebox(id: firewall.id, subnet: firewall.subnet, ownAddress: own))
        return nil
    }

    /// To every member behind a frontend; the packet gets through where it does at any of them.
    ///
    /// A balancer that is a next hop keeps the destination: the packet is not addressed to it. `each` goes the rest of
    /// the way at one member. Where one member is named, the others are left out.
    func throughBalancer(
        _ id: ResourceID,
        _ frontend: ResourceID,
        keepsDestination: Bool = false,
        only member: Site? = nil,
        _ journey: inout Journey,
        _ each: (Tracer, Site, inout Journey) -> Journey.Outcome
    ) -> Journey.Outcome {
        guard let balancer = network.topology.find(LoadBalancer.self, id) else {
            return unknownPlace(id, &journey)
        }
        let balancing = LoadBalancing(balancer, network.poolMembers)
        let before = journey.probe.destinationPort.value
        guard var receivers = balancing.receivers(at: frontend, &journey.probe) else {
            let detail = "No rule of the load balancer listens on that port."
            return journey.stop(Step(.translation, .deny, resource: id, detail: detail))
        }
        if let member { receivers.sites.removeAll { !$0.isSame(as: member) } }
        var step = Step(.translation, .translate, resource: id, rule: receivers.rule)
        let after = journey.probe.destinationPort.value
        if before != after { step.detail = "to port \(after)" }
        guard !receivers.sites.isEmpty else {
            guard receivers.unlisted > 0 else {
                step.action = .deny
                step.detail = "Nothing is in the backend pool."
                return journey.stop(step)
            }
            journey.note(step)
            journey.doubt(
                Assumption(
                    "members-not-in-input",
                    "The input tells no address of the members behind \(id.name)."
                ),
                at: step
            )
            return .arrived
        }
        journey.note(step)
        if let doubt = receivers.doubt { journey.doubt(doubt, at: step) }
        guard !keepsDestination else {
            // Any of them may get the packet (azure-semantics 3.3).
            let reason = Assumption(
                "members-differ",
                "Not all of the members behind \(id.name) send the packet on."
            )
            return best(of: receivers.sites, unlessAgreed: reason, &journey) { site, journey in
                each(self, site, &journey)
            }
        }
        guard receivers.floats else {
            return best(of: receivers.sites, &journey) { site, journey in
                journey.probe.destination.replace(by: site.address.line)
                return each(self, site, &journey)
            }
        }
        // Which destination security groups see behind a floating address nobody documents (azure-semantics 1.1).
        let front = journey.probe.destination.value
        let reason = Assumption(
            "floating-address",
            "Rule \(receivers.rule) keeps the frontend's address; whether security groups see that or the member's is not "
                + "documented."
        )
        return best(of: receivers.sites, &journey) { site, journey in
            best(of: [site.address.line, front], unlessAgreed: reason, &journey) { address, journey in
                journey.probe.destination.replace(by: address)
                return each(self, site, &journey)
            }
        }
    }

    /// The best outcome of several ways: one that arrives, before one that is open, before one that is stopped.
    ///
    /// With a reason, the packet may take any of the ways, and stays open where they end differently.
    func best<Way>(
        of ways: [Way],
        unlessAgreed reason: Assumption? = nil,
        _ journey: inout Journey,
        _ go: (Way, inout Journey) -> Journey.Outcome
    ) -> Journey.Outcome {
        var chosen: (outcome: Journey.Outcome, journey: Journey, rank: Int)?
        var probes: [Probe] = []
        var ranks: Set<Int> = []
        var arrived: [Journey] = []
        for way in ways {
            var own = journey
            let outcome = go(way, &own)
            probes.append(own.probe)
            let rank =
                switch outcome {
                case .arrived: (own.doubt == nil ? 0 : 1) + 3 * own.blockers.count
                case .stopped: own.isSupposing ? Int.max : 2
                }
            ranks.insert(rank)
            if rank < 2 { arrived.append(own) }
            if chosen.map({ rank < $0.rank }) ?? true { chosen = (outcome, own, rank) }
        }
        guard let chosen else { return .arrived }
        journey = chosen.journey
        journey.compare(arrived)
        for probe in probes { journey.probe.narrow(as: probe) }
        if ranks.count > 1, let reason {
            journey.doubt(reason)
        } else if ranks.count > 1 {
            journey.assume(
                Assumption(
                    "members-differ",
                    "Not all of the members behind it let the packet in; one that does is shown."
                )
            )
        }
        return chosen.outcome
    }
}
