package import Topology

/// One thing on the way of packets whose change opens or closes the way: a filter in one direction, a route, a setting.
///
/// A security group that is met twice in one direction is one checkpoint: one new rule counts at both places.
package struct Checkpoint: Hashable, Sendable {
    package let stage: Step.Stage
    /// The security group, admin rule, firewall, route table or whatever else decides there.
    package let resource: ResourceID?
    /// What tells checkpoints of one resource apart: the name of a route, of a closed door.
    package let rule: String?
    /// Where it is, for a checkpoint that no resource stands for.
    package let place: ResourceID?

    /// The checkpoint that a step is about.
    package init(_ step: Step) {
        switch step.stage {
        case .securityGroupInbound, .securityGroupOutbound, .adminInbound, .adminOutbound:
            (stage, resource, rule) = (step.stage, step.resource, nil)
            place = step.resource == nil ? step.place : nil
        case .firewallNetwork, .firewallApplication:
            // One rule more decides before both kinds.
            (stage, resource, rule, place) = (.firewallNetwork, step.place ?? step.resource, nil, nil)
        case .firewallDNAT:
            (stage, resource, rule, place) = (step.stage, step.place ?? step.resource, nil, nil)
        case .route:
            let rule = step.rule ?? step.prefix
            (stage, resource, self.rule) = (step.stage, step.resource, rule)
            place = step.resource == nil ? step.place : nil
        default:
            (stage, resource, rule) = (step.stage, step.resource, step.rule)
            place = step.resource == nil ? step.place : nil
        }
    }
}

/// What is taken to be otherwise than the estate has it, to see what follows.
struct Supposition: Sendable {
    /// The checkpoints at which the packet is supposed to get past.
    enum Opening: Sendable {
        case everything
        case only(Set<Checkpoint>)
    }
    var opening = Opening.only([])
    /// The checkpoints at which it is supposed to be stopped.
    var closed: Set<Checkpoint> = []
    /// The peerings, gateways and route tables that are supposed to be gone.
    var removed: Set<ResourceID> = []

    func opens(_ step: Step) -> Bool {
        switch opening {
        case .everything: true
        case .only(let checkpoints): !checkpoints.isEmpty && checkpoints.contains(Checkpoint(step))
        }
    }

    func closes(_ step: Step) -> Bool { !closed.isEmpty && closed.contains(Checkpoint(step)) }
}
