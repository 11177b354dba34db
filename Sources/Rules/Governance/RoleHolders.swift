import Topology

/// Who holds which power where: what the controls of role assignments share.
struct RoleHolders {
    let topology: Topology
    let scope: ConnectivityScope
    let roles: [String: RolePower]
    let assignments: [RoleAssignment]
    private let builders: Builders

    init(_ topology: Topology) {
        let scope = ConnectivityScope(topology)
        let roles = RolePower.byName(topology)
        let assignments = topology.all(RoleAssignment.self)
        self.topology = topology
        self.scope = scope
        self.roles = roles
        self.assignments = assignments
        builders = Builders(assignments, roles, scope)
    }

    /// What a role allows; unknown where the input does not hold it.
    func power(of role: Setting<ResourceID>) -> Setting<RolePower> { RolePower.of(role, among: roles) }

    /// The assignment by which a principal builds workloads; absent where it does not, unknown where one of its
    /// roles, or who holds some building role, is not known.
    func building(by principal: Setting<String>) -> Setting<RoleAssignment> {
        guard let id = principal.value?.lowercased() else {
            return .unknown(reason: principal.gap("principalId") ?? "")
        }
        if let builder = builders.known[id] { return .set(builder) }
        return (builders.doubts[id] ?? builders.doubt).map { .unknown(reason: $0) } ?? .absent
    }

    /// Judges the assignments of roles that have a power, and calls those of unknown roles unknown.
    func judge(
        _ power: RolePower.Power,
        _ judge: (RoleAssignment, RolePower) -> Judgement?
    ) -> [(Resource, Judgement)] {
        assignments.compactMap { assignment in
            switch self.power(of: assignment.roleDefinition) {
            case .set(let role):
                role.has(power) ? judge(assignment, role).map { (assignment.resource, $0) } : nil
            case .unknown(let reason):
                (assignment.resource, .unknown(reason, Proof("roleDefinitionId")))
            case .absent: nil
            }
        }
    }

    /// A scope in words: its name where the estate holds it.
    func title(of scope: ResourceID?) -> String {
        guard let scope else { return "an unknown scope" }
        let name = topology.resource(scope)?.name ?? String(scope.name)
        return name.isEmpty ? "the root of the tenant" : name
    }
}

extension RoleAssignment {
    /// Who holds it: the name where the export has it, else the kind of principal and its id.
    var holder: String {
        if let name = principalName.value, !name.isEmpty { return name }
        return "The \((principalType.value ?? "principal").lowercased()) \(principalID.value ?? "?")"
    }

    /// Where it holds as evidence: the scope it names, or its id.
    var place: Proof { Proof(assignedScope.isAbsent ? "id" : "scope") }
}

extension Topology.SubscriptionScope {
    /// What a finding about the subscription is shown at: its own row, else the first of its resources.
    func standIn(in topology: Topology) -> Resource? {
        subscription?.resource ?? topology.resources(inSubscription: id.name).first
    }
}

/// Who builds workloads: those whose role does not reach into connectivity as well, as that of a platform team does.
private struct Builders {
    /// By principal the assignment that says so.
    private(set) var known: [String: RoleAssignment] = [:]
    /// By principal why it may be one of them.
    private(set) var doubts: [String: String] = [:]
    /// Why anybody may be one of them.
    private(set) var doubt: String?

    init(_ assignments: [RoleAssignment], _ roles: [String: RolePower], _ scope: ConnectivityScope) {
        for assignment in assignments {
            guard let place = assignment.scope, scope.reaches(place, into: scope.workload) != .no,
                scope.reaches(place, into: scope.connectivity) == .no
            else { continue }
            let power = RolePower.of(assignment.roleDefinition, among: roles)
            let gap = assignment.principalID.gap("principalId of \(assignment.name)")
            guard power.value?.writesWorkloads != false else { continue }
            guard let principal = assignment.principalID.value?.lowercased() else {
                doubt = doubt ?? gap
                continue
            }
            if let reason = power.reason { doubts[principal] = reason } else { known[principal] = assignment }
        }
    }
}
