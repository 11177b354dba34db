package import Topology

/// One rule or association that packets need to get where they get: changed, it stops them.
package struct Carrier: Hashable, Sendable, Comparable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// A rule that lets the packets pass; a default rule is changed by a deny before it.
        case rule
        /// A peering, a gateway, a hub or a route table that leads them on.
        case link
        /// A subnet without a security group, where attaching one would stop them.
        case bareSubnet = "bare-subnet"
    }
    package let kind: Kind
    package let stage: Step.Stage
    package let resource: ResourceID?
    /// The name of the rule, or of the route.
    package let rule: String?
    package let priority: Int?
    /// The checkpoint at which ``Tracer`` is asked what follows from the change.
    let checkpoint: Checkpoint

    /// The carrier that a step on an open way shows; nil for a step that carries nothing.
    init?(_ step: Step) {
        switch step.stage {
        case .securityGroupInbound, .securityGroupOutbound, .adminInbound, .adminOutbound, .firewallDNAT,
            .firewallNetwork, .firewallApplication, .serviceFirewall:
            guard step.action != .noMatch, step.rule != nil || step.stage == .serviceFirewall else {
                return nil
            }
            (kind, resource, rule) = (.rule, step.resource, step.rule)
        case .route:
            guard let carrier = step.carrier else { return nil }
            (kind, resource, rule) = (.link, carrier, step.routeSource == .user ? step.rule : nil)
        default: return nil
        }
        stage = step.stage
        priority = step.priority
        checkpoint = Checkpoint(step)
    }

    /// A subnet without a security group.
    init(bare subnet: ResourceID, _ stage: Step.Stage) {
        (kind, resource, rule, priority) = (.bareSubnet, subnet, nil, nil)
        self.stage = stage
        checkpoint = Checkpoint(Step(stage, .deny, layer: .subnet, place: subnet))
    }

    /// By kind, then by name.
    package static func < (left: Carrier, right: Carrier) -> Bool { left.order < right.order }

    private var order: (String, String, String, String) {
        (stage.rawValue, kind.rawValue, resource?.text.lowercased() ?? "", rule ?? "")
    }
}

extension Tracer {
    /// Everything on an open way whose change closes it, in the order of the way.
    ///
    /// A link counts only where the packet does not get there another way once it is gone.
    func carriers(
        of trace: Trace,
        from origin: Endpoint,
        _ follow: (Supposition) -> Trace
    ) -> [Carrier] {
        var carriers: [Carrier] = []
        if let home = origin.subnet, isBare(home), !trace.skips(.adminOutbound) {
            carriers.append(Carrier(bare: home, .securityGroupOutbound))
        }
        for step in trace.path {
            guard let carrier = Carrier(step), !carriers.contains(carrier) else { continue }
            if carrier.kind == .link, let link = carrier.resource,
                follow(Supposition(removed: [link])).verdict != .deny
            {
                continue
            }
            carriers.append(carrier)
        }
        if let home = trace.receiver, isBare(home), !trace.skips(.adminInbound),
            !trace.path.contains(where: { $0.stage == .privateEndpoint })
        {
            carriers.append(Carrier(bare: home, .securityGroupInbound))
        }
        return carriers
    }

    private func isBare(_ subnet: ResourceID) -> Bool {
        network.topology.find(Subnet.self, subnet)?.networkSecurityGroup.isAbsent == true
    }
}

extension Trace {
    /// Whether an admin rule of that side takes security groups out of the way.
    fileprivate func skips(_ stage: Step.Stage) -> Bool {
        path.contains { $0.stage == stage && $0.action == .alwaysAllow }
    }
}
