import JSON
import Topology

extension Control {
    /// S0-13: what must not be built is refused, not found afterwards.
    package static let guardrailsAreAssigned = Control(
        id: "S0-13",
        name: "network-guardrails",
        title: "Policies guard public addresses, subnets without filter and next hops",
        severity: .medium,
        principles: [.assumeBreach],
        types: PolicyAssignment.types + Subscription.types,
        why: """
            A review finds what is wrong on the day of the review. A policy at the management group refuses or \
            reports it on the day somebody builds it, in subscriptions that do not exist yet as well.
            """,
        remediation: Remediation(
            """
            Assign the policies against public addresses at interfaces and subnets without a security group, and \
            one of your own that allows the firewall alone as next hop, at a management group.
            """,
            command: """
                az policy assignment create -n NAME --policy DEFINITION --scope MANAGEMENT-GROUP-ID \
                --params PARAMETERS
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#44-automation-and-orchestration",
        benchmarks: [
            "mcsb": ["PV-1", "PV-2"], "alz": ["F01.09", "D05.08"], "nist-800-53": ["CM-2", "CM-6"],
        ],
        decision: .estate { topology in
            let scope = ConnectivityScope(topology)
            let assignments = topology.all(PolicyAssignment.self)
            let networks = Set(
                topology.all(VirtualNetwork.self).compactMap { $0.id.subscription?.lowercased() }
            )
            return topology.subscriptions.compactMap { subscription in
                let number = subscription.id.name.lowercased()
                guard networks.contains(number), let resource = subscription.standIn(in: topology) else {
                    return nil
                }
                let here = assignments.filter { assignment in
                    guard let place = assignment.place else { return true }
                    return scope.reaches(place, into: [number]) != .no && place.resourceGroup == nil
                }
                let judged = Guardrail.allCases.map {
                    $0.judge(here, reached: number, scope, subscription, topology)
                }
                return (
                    resource,
                    assignments.isEmpty
                        ? .unknown(
                            "the input holds no policy assignments: export them with those inherited",
                            Proof("id")
                        )
                        : .combining(
                            judged,
                            pass: "Policies guard the networks of \(subscription.displayName)"
                        )
                )
            }
        },
        examples: [
            .passes(GuardrailEstate.estate(GuardrailEstate.all)),
            .fails(GuardrailEstate.estate(Array(GuardrailEstate.all.dropFirst()))),
            .fails(GuardrailEstate.estate([GuardrailEstate.all[0], GuardrailEstate.all[2]])),
            .fails(GuardrailEstate.estate(Array(GuardrailEstate.all.dropLast()))),
            .fails(
                GuardrailEstate.estate(
                    GuardrailEstate.all.map { $0.replacing(#""Deny""#, with: #""Disabled""#) }
                )
            ),
            .fails(
                GuardrailEstate.estate(
                    GuardrailEstate.all.map { $0.replacing(#""Default""#, with: #""DoNotEnforce""#) }
                )
            ),
            .fails(
                GuardrailEstate.estate(
                    GuardrailEstate.all.map {
                        $0.replacing("managementGroups/mg", with: "managementGroups/other")
                    }
                )
            ),
            .unknown(GuardrailEstate.estate(GuardrailEstate.all, hasDefinition: false)),
            .unknown(GuardrailEstate.estate(GuardrailEstate.all, isBelow: false)),
            .unknown(GuardrailEstate.estate([])),
            .notApplicable("[]"),
        ]
    )
}

/// Something about networks that a policy should refuse or report.
private enum Guardrail: CaseIterable {
    case publicAddresses, unfilteredSubnets, nextHops

    private var title: String {
        switch self {
        case .publicAddresses: "public addresses at interfaces"
        case .unfilteredSubnets: "subnets without a security group"
        case .nextHops: "next hops of routes"
        }
    }

    /// Whether a policy definition is about it; unknown where it is the estate's own and not in the input.
    private func isAim(of definition: ResourceID, _ topology: Topology) -> Setting<Bool> {
        switch self {
        case .publicAddresses where definition.name.isSame(as: "83a86a26-fd1f-447c-b59d-e51f44264114"),
            .unfilteredSubnets where definition.name.isSame(as: "e71308d3-144b-4262-b144-efdc3cc90517"):
            return .set(true)
        default: break
        }
        let isSet = definition.type == "Microsoft.Authorization/policySetDefinitions"
        let isBuiltIn = definition.text.lowercased().hasPrefix("/providers/microsoft.authorization/")
        guard let resource = topology.resource(definition) else {
            return isBuiltIn && !isSet
                ? .set(false) : .unknown(reason: "the input does not hold the policy \(definition.name)")
        }
        if isSet {
            let members = resource.fields.items("policyDefinitions").compactMap {
                $0.link("policyDefinitionId").value
            }
            let aims = members.map { isAim(of: $0, topology) }
            return aims.first { $0.value == true } ?? aims.first { $0.value == nil } ?? .set(false)
        }
        let rule = resource.fields["policyRule"]?.text.lowercased() ?? ""
        return .set(fields.contains { rule.contains($0) })
    }

    /// The fields by which a policy of the estate's own is recognised.
    private var fields: [String] {
        switch self {
        case .publicAddresses:
            [
                "networkinterfaces/ipconfigurations[*].publicipaddress",
                "networkinterfaces/ipconfigurations/publicipaddress",
            ]
        case .unfilteredSubnets: ["subnets/networksecuritygroup", "subnets[*].networksecuritygroup"]
        case .nextHops: ["routes/nexthop", "routes[*].nexthop"]
        }
    }

    func judge(
        _ assignments: [PolicyAssignment],
        reached number: String,
        _ scope: ConnectivityScope,
        _ subscription: Topology.SubscriptionScope,
        _ topology: Topology
    ) -> Judgement {
        let judged = assignments.compactMap { assignment -> Judgement? in
            let proof = Proof("policyDefinitionId", in: assignment.resource)
            let name = assignment.displayName.value ?? assignment.name
            let aim = assignment.policyDefinition.flatMap { isAim(of: $0, topology) }
            guard let isAim = aim.value else { return .unknown(aim.gap("policy of \(name)") ?? "", proof) }
            guard isAim else { return nil }
            if let gap = assignment.place == nil ? "the input does not say where \(name) holds" : nil {
                return .unknown(gap, proof)
            }
            if let place = assignment.place, scope.reaches(place, into: [number]) != .yes {
                return .unknown("the input does not say which subscriptions are below \(place.name)", proof)
            }
            return judgeStrength(of: assignment, name, proof)
        }
        return judged.first { $0.outcome == .pass } ?? judged.first { $0.outcome == .unknown } ?? judged.first
            ?? .fail("No policy guards \(title) in \(subscription.displayName)", Proof("id"))
    }

    private func judgeStrength(of assignment: PolicyAssignment, _ name: String, _ proof: Proof) -> Judgement {
        let mode = Proof("enforcementMode", expected: "Default", in: assignment.resource)
        let effect = Proof("parameters.effect.value", expected: "Deny or Audit", in: assignment.resource)
        if let reason = assignment.enforcementMode.reason { return .unknown(reason, mode) }
        if let reason = assignment.effect.reason { return .unknown(reason, effect) }
        if assignment.enforcementMode.is("DoNotEnforce") {
            return .fail("The policy \(name) on \(title) is not enforced", mode, proof)
        }
        return assignment.effect.is("Disabled")
            ? .fail("The policy \(name) on \(title) is disabled", effect, proof)
            : .pass("The policy \(name) guards \(title)", proof)
    }
}

extension PolicyAssignment {
    /// Where it holds: the scope it names, or what its id stands below.
    fileprivate var place: ResourceID? { scope.value ?? id.parent }
}
