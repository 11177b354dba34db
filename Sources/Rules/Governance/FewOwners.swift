import Topology

extension Control {
    /// S0-07: who can give roles can take everything.
    package static let fewOwners = Control(
        id: "S0-07",
        name: "few-owners",
        title: "Few can give roles in a subscription, and nobody at the root",
        severity: .high,
        principles: [.leastPrivilege],
        types: RoleAssignment.types,
        why: """
            Owners and access administrators give themselves whatever they lack. Each one more is an account that \
            opens everything below; at the root of the tenant that is every subscription there is.
            """,
        remediation: Remediation(
            "Keep two or three owners, in groups, and take away access at the root once it has been used.",
            command: "az role assignment delete --assignee PRINCIPAL --role ROLE --scope SCOPE"
        ),
        question: "Which owners are kept for an emergency, and how many people are in the groups?",
        documentation: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles",
        benchmarks: [
            "mcsb": ["PA-1"],
            "cis-4.0": ["6.3.3"],
            "policy": ["4f11b553-d42e-4e3a-89be-32ca364cad4c", "09024ccc-0c5f-475e-9457-b7c0d9ed487b"],
            "nist-800-53": ["AC-2", "AC-6"],
        ],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            let eligible = topology.all(RoleScheduleInstance.self).filter(\.isEligible)
            guard !holders.assignments.isEmpty else { return [] }
            let atRoot = holders.assignments.filter { $0.scope?.text == "/" }.compactMap { assignment in
                judgeRoot(assignment, holders).map { (assignment.resource, $0) }
            }
            let grants = holders.assignments.map { Grant($0) } + eligible.map { Grant($0) }
            // What names another subscription, or a part of this one, is not looked at.
            let places = Dictionary(grouping: grants.indices) { index in
                grants[index].scope.flatMap { $0.subscription == nil ? nil : $0 }
            }
            return atRoot
                + topology.subscriptions.compactMap { subscription in
                    guard let resource = subscription.standIn(in: topology) else { return nil }
                    let here = places[nil, default: []] + places[subscription.id, default: []]
                    return (resource, judge(subscription, here.sorted().map { grants[$0] }, holders))
                }
        },
        examples: [
            .passes(ownersEstate("Group", "User", "User")),
            .passes(ownersEstate("Group")),
            .passes(ownersEstate("User", eligible: true)),
            .fails(ownersEstate("Group", "Group", "User", "User")),
            .fails(ownersEstate("User")),
            .fails(
                ownersEstate("Group", beside: RoleEstate.assigned(RoleEstate.accessAdministrator, at: "/"))
            ),
            .unknown(ownersEstate("Group", beside: RoleEstate.assigned(RoleEstate.stranger, at: "/"))),
            .unknown(
                ownersEstate("Group", beside: RoleEstate.assigned(RoleEstate.stranger, at: RoleEstate.app))
            ),
            .unknown(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.reader, at: RoleEstate.app))
            ),
            .notApplicable(RoleEstate.estate()),
        ]
    )

    private static let mostOwners = 3

    /// A role that is held, or that can be activated.
    private struct Grant {
        let role: Setting<ResourceID>
        let principal: Setting<String>
        let kind: Setting<String>
        let scope: ResourceID?
        let resource: Resource

        init(_ assignment: RoleAssignment) {
            role = assignment.roleDefinition
            principal = assignment.principalID
            kind = assignment.principalType
            scope = assignment.scope
            resource = assignment.resource
        }

        init(_ instance: RoleScheduleInstance) {
            role = instance.roleDefinition
            principal = instance.principalID
            kind = instance.principalType
            scope = instance.scope.value ?? instance.id.parent
            resource = instance.resource
        }

        var proof: Proof { Proof("roleDefinitionId", in: resource) }
    }

    private static func judgeRoot(_ assignment: RoleAssignment, _ holders: RoleHolders) -> Judgement? {
        let proof = Proof("scope", expected: "a management group or less")
        let role = holders.power(of: assignment.roleDefinition)
        guard let power = role.value else {
            return .unknown(role.reason ?? "", Proof("roleDefinitionId"))
        }
        guard power.has(.access) else { return nil }
        return .fail(
            "\(assignment.holder) can give any role in the whole tenant, as \(power.name) at its root",
            proof,
            Proof("roleDefinitionId")
        )
    }

    private static func judge(
        _ subscription: Topology.SubscriptionScope,
        _ grants: [Grant],
        _ holders: RoleHolders
    ) -> Judgement {
        let name = subscription.displayName
        // What holds for a part of the subscription is not counted.
        let here = grants.filter { grant in
            guard let scope = grant.scope else { return true }
            guard scope.subscription == nil || scope == subscription.id else { return false }
            return holders.scope.reaches(scope, into: [subscription.id.name.lowercased()]) != .no
        }
        let owners = here.filter { holders.power(of: $0.role).value?.has(.access) == true }
        let sure = owners.filter { grant in
            grant.scope.map { holders.scope.reaches($0, into: [subscription.id.name.lowercased()]) == .yes }
                ?? false
        }
        let count = Set(sure.compactMap { $0.principal.value?.lowercased() }).count
        let proofs = owners.prefix(6).map(\.proof)
        if count > mostOwners {
            return .fail("\(count) principals can give roles in \(name)", proofs)
        }
        if let unread = here.first(where: { holders.power(of: $0.role).value == nil }) {
            return .unknown(holders.power(of: unread.role).reason ?? "", unread.proof)
        }
        guard sure.count == owners.count, owners.allSatisfy({ $0.principal.value != nil }) else {
            return .unknown("the input does not say of everyone whether their role holds in \(name)", proofs)
        }
        guard let first = owners.first else {
            return .unknown("the input shows no owner of \(name): export inherited assignments too")
        }
        let kind = Proof("principalType", in: first.resource)
        guard count == 1 else { return .pass("\(count) principals can give roles in \(name)", proofs) }
        return first.kind.judged(by: kind, of: first.resource.name) { _ in
            first.kind.is("User")
                ? .fail("One person alone owns \(name)", proofs + [kind], severity: .low)
                : .pass("One group can give roles in \(name)", proofs + [kind])
        }
    }

    /// The subscription `app` with owners of these kinds.
    private static func ownersEstate(
        _ kinds: String...,
        eligible: Bool = false,
        beside more: String = ""
    ) -> String {
        let owners = kinds.enumerated().map { index, kind in
            RoleEstate.assigned(RoleEstate.owner, to: "owner\(index)", kind, at: RoleEstate.app)
        }
        let second = RoleEstate.scheduled(RoleEstate.owner, "", isEligible: true)
        let rows = owners + (eligible ? [second] : []) + (more.isEmpty ? [] : [more])
        return """
            [{"id": "\(RoleEstate.app)", "name": "app", "type": "Microsoft.Resources/subscriptions"},
             \(rows.joined(separator: ", "))]
            """
    }
}
