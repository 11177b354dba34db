import Topology

/// The filters of one side: admin rules, then the security groups of interface and subnet.
extension Tracer {
    /// Outbound: admin rules, the interface's group, the subnet's group (azure-semantics 1.1, 2.1).
    ///
    /// - Returns: The outcome where one stops the packet, else nil.
    func filtersOut(
        _ environment: SubnetEnvironment,
        _ site: Site?,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let place = environment.place.joined(to: site?.groups ?? [])
        let reading: RuleList.Reading =
            journey.probe.destination.isIn(PlatformService.exempt) ? .onlyPlatform : .plain
        let above =
            reading == .plain ? adminRules(.outbound, environment, place, &journey) : AdminOutcome.goesOn
        return heed(above, &journey) { journey in
            if let site,
                let stopped = group(
                    site.securityGroup,
                    .networkInterface,
                    .outbound,
                    place,
                    reading,
                    &journey
                )
            {
                return stopped
            }
            if let stopped = bareSubnet(environment, .securityGroupOutbound, &journey) { return stopped }
            let group = environment.subnet.networkSecurityGroup
            return self.group(group, .subnet, .outbound, place, reading, &journey)
        }
    }

    /// Inbound: admin rules, the subnet's group, the interface's group.
    func filtersIn(
        _ environment: SubnetEnvironment,
        _ site: Site?,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let place = environment.place.joined(to: site?.groups ?? [])
        let above = adminRules(.inbound, environment, place, &journey)
        return heed(above, &journey) { journey in
            if let stopped = bareSubnet(environment, .securityGroupInbound, &journey) { return stopped }
            let group = environment.subnet.networkSecurityGroup
            if let stopped = self.group(group, .subnet, .inbound, place, .plain, &journey) { return stopped }
            guard let site else { return nil }
            return self.group(site.securityGroup, .networkInterface, .inbound, place, .plain, &journey)
        }
    }

    /// The security groups, as far as the admin rules above leave the packet to them.
    ///
    /// Where a rule that always allows may match, what the groups stop may get through all the same, and what they let
    /// through does so in either case.
    private func heed(
        _ above: AdminOutcome,
        _ journey: inout Journey,
        _ groups: (inout Journey) -> Journey.Outcome?
    ) -> Journey.Outcome? {
        switch above {
        case .stopped(let outcome): return outcome
        case .skipsGroups: return nil
        case .goesOn: return groups(&journey)
        case .maySkipGroups(let reason, let step):
            var asked = journey
            if groups(&asked) == nil {
                journey = asked
            } else {
                journey.probe.narrow(as: asked.probe)
                journey.doubt(reason, at: step)
            }
            return nil
        }
    }

    /// Inbound at a private endpoint whose subnet heeds security groups: groups alone, and the source port is taken as
    /// any (azure-semantics 3.6).
    func groupsInAtEndpoint(
        _ environment: SubnetEnvironment,
        _ site: Site,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let place = environment.place.joined(to: site.groups)
        let group = environment.subnet.networkSecurityGroup
        return self.group(group, .subnet, .inbound, place, .atPrivateEndpoint, &journey)
    }

    /// A subnet without a security group, where one is supposed to stop the packet.
    private func bareSubnet(
        _ environment: SubnetEnvironment,
        _ stage: Step.Stage,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        guard journey.isSupposing, environment.subnet.networkSecurityGroup.isAbsent else { return nil }
        let step = Step(stage, .deny, layer: .subnet, place: environment.subnet.id)
        return journey.isStopped(at: step) ? journey.stop(step) : nil
    }

    private enum AdminOutcome {
        case goesOn, skipsGroups
        case maySkipGroups(Assumption, Step)
        case stopped(Journey.Outcome)
    }

    private func adminRules(
        _ direction: SecurityRule.Direction,
        _ environment: SubnetEnvironment,
        _ place: Place,
        _ journey: inout Journey
    ) -> AdminOutcome {
        guard let lists = network.adminRules.lists(of: environment.network, environment.subnet.id),
            !network.faults.contains(.adminRulesIgnored)
        else { return .goesOn }
        journey.assume(lists.assumptions)
        let list = direction == .inbound ? lists.inbound : lists.outbound
        guard !list.entries.isEmpty else { return .goesOn }
        let stage: Step.Stage = direction == .inbound ? .adminInbound : .adminOutbound
        let decision = list.decide(&journey.probe, at: place)
        journey.assume(decision.assumptions)
        var step = Step(stage, .noMatch, place: environment.subnet.id)
        if let entry = decision.entry {
            step.resource = entry.resource
            step.rule = entry.name
            step.priority = entry.shownPriority ?? entry.priority
        }
        if let doubt = decision.doubt {
            step.action = .unknown
            journey.note(step)
            if decision.mayDeny { journey.doubt(doubt, at: step) } else { journey.assume(doubt) }
            return decision.maySkip ? .maySkipGroups(doubt, step) : .goesOn
        }
        switch decision.entry?.action {
        case .deny:
            step.action = .deny
            if let stopped = journey.block(step) { return .stopped(stopped) }
        case .alwaysAllow:
            step.action = .alwaysAllow
            return journey.pass(step).map { .stopped($0) } ?? .skipsGroups
        case .unknown(let reason):
            step.action = .unknown
            journey.note(step)
            journey.doubt(reason, at: step)
            return .maySkipGroups(reason, step)
        case .allow:
            step.action = .allow
            if let stopped = journey.pass(step) { return .stopped(stopped) }
        case nil: journey.note(step)
        }
        return .goesOn
    }

    /// One security group.
    private func group(
        _ group: Setting<ResourceID>,
        _ layer: Step.Layer,
        _ direction: SecurityRule.Direction,
        _ place: Place,
        _ reading: RuleList.Reading,
        _ journey: inout Journey
    ) -> Journey.Outcome? {
        let ignored: Faults = layer == .subnet ? .subnetGroupIgnored : .interfaceGroupIgnored
        guard !network.faults.contains(ignored) else { return nil }
        let stage: Step.Stage = direction == .inbound ? .securityGroupInbound : .securityGroupOutbound
        var step = Step(stage, .noMatch, layer: layer)
        func open(_ reason: Assumption) {
            step.action = .unknown
            step.detail = reason.detail
            journey.note(step)
            journey.doubt(reason, at: step)
        }
        switch group {
        case .absent: return nil
        case .unknown(let reason):
            open(Assumption("security-group-not-readable", "The security group cannot be read: \(reason)."))
            return nil
        case .set(let id):
            step.resource = id
            guard let list = network.rules(of: id, direction) else {
                open(
                    Assumption(
                        "security-group-not-in-input",
                        "The input does not hold security group \(id.name)."
                    )
                )
                return nil
            }
            let decision = list.decide(&journey.probe, at: place, reading)
            journey.assume(decision.assumptions)
            step.rule = decision.entry?.name
            step.priority = decision.entry?.priority
            if let doubt = decision.doubt {
                open(doubt)
                return nil
            }
            switch decision.entry?.action {
            case .allow, .alwaysAllow: step.action = .allow
            case .unknown(let reason):
                open(reason)
                return nil
            case .deny:
                step.action = .deny
                return journey.block(step)
            case nil:
                step.detail = "Security groups let packets to the platform through unless a rule names it."
            }
            return journey.pass(step)
        }
    }
}
