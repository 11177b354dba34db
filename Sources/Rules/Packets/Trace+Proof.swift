import JSON
import Reachability
import Topology

extension Trace {
    /// What decided on the way, as evidence: the rules, routes and translations of the steps that did, each at its place.
    func proofs(in topology: Topology) -> [Proof] {
        let deciding = path.filter { step in
            switch (verdict, step.action) {
            case (.deny, .deny), (.unknown, .unknown): true
            case (.deny, _): false
            default: step.action == .allow || step.action == .alwaysAllow || step.action == .translate
            }
        }
        let steps = deciding.isEmpty ? [decidedBy].compactMap(\.self) : deciding
        return steps.flatMap { $0.proofs(in: topology) }
    }

    /// The packet that proves it, for people.
    var witness: String {
        guard let port = packet.destinationPort else {
            return "\(packet.networkProtocol) \(packet.source) → \(packet.destination)"
        }
        return "\(packet.networkProtocol) \(packet.source) → \(packet.destination) port \(port)"
    }

    /// What decided, for people, for example `rule allow-sql of nsg-data`.
    var decider: String {
        guard let step = decidedBy else { return "no rule" }
        let holder = step.resource.map { " of \($0.name)" } ?? ""
        guard let rule = step.rule else { return step.detail ?? "\(step.stage.rawValue)\(holder)" }
        switch step.stage {
        case .route: return "route \(rule)\(holder)"
        case .adminInbound, .adminOutbound, .securityGroupInbound, .securityGroupOutbound, .firewallDNAT,
            .firewallNetwork, .firewallApplication:
            return "rule \(rule)\(holder)"
        default: return step.detail ?? "\(rule)\(holder)"
        }
    }
}

extension Step {
    /// Where the rule or the route stands that decided here.
    fileprivate func proofs(in topology: Topology) -> [Proof] {
        guard let id = resource, let holder = topology.resource(id) else { return [] }
        if let group = topology.find(NetworkSecurityGroup.self, id) {
            let direction: SecurityRule.Direction = stage == .securityGroupOutbound ? .outbound : .inbound
            let named = Filter(group, direction).rules.first { $0.name == rule }
            return named?.proofs(in: holder) ?? [Proof("securityRules", in: holder)]
        }
        if let table = topology.find(RouteTable.self, id),
            let route = table.routes.first(where: { $0.name == rule })
        {
            return [.part("nextHopType", of: route.resource, in: holder, "routes")]
        }
        if let balancer = topology.find(LoadBalancer.self, id) {
            for collection in ["loadBalancingRules", "inboundNatRules"] {
                let rules = balancer.resource.fields[collection]?.elements ?? []
                if let index = rules.firstIndex(where: { $0.member("name")?.string == rule }) {
                    return [Proof("\(collection)[\(index)].frontendPort", in: holder)]
                }
            }
        }
        return [Proof("id", in: holder)]
    }
}
