import Topology

extension Control {
    /// S0-02: who builds workloads cannot rewrite the network they all depend on.
    package static let networkWriteInConnectivity = Control(
        id: "S0-02",
        name: "connectivity-network-write",
        title: "Workload people hold no network-write role in the connectivity subscription",
        severity: .critical,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Authorization/roleAssignments"],
        why: """
            Routes, firewall and names of everybody are decided in this one subscription. A developer's account \
            that may write there takes the whole estate with it when it is stolen.
            """,
        remediation: Remediation(
            "Remove the assignment; give the workload team a role in its own subscription alone.",
            command:
                "az role assignment delete --assignee PRINCIPAL --role ROLE --scope /subscriptions/CONNECTIVITY"
        ),
        question: "Which groups are the network team?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation",
        benchmarks: [
            "mcsb": ["PA-1", "PA-7", "GS-2"],
            "nist-800-53": ["AC-2", "AC-6", "AC-3", "AC-4", "SC-7", "SC-2"],
            "nist-800-207": ["T6"],
        ],
        decision: .estate { topology in
            let scope = ConnectivityScope(topology)
            guard !scope.connectivity.isEmpty, !scope.workload.isEmpty else { return [] }
            let roles = RolePower.byName(topology)
            let assignments = topology.all(RoleAssignment.self)
            let builders = builders(among: assignments, roles, scope)
            return assignments.compactMap { assignment in
                judge(assignment, roles, scope, builders, topology).map { (assignment.resource, $0) }
            }
        },
        examples: [
            .fails(
                estate(assigned(contributor, to: "dev", at: hub), assigned(contributor, to: "dev", at: app))
            ),
            .asks(estate(assigned(contributor, to: "network-team", at: hub))),
            .passes(estate(assigned("acdd72a7-3385-48ef-bd42-f606fba81ae7", to: "dev", at: hub))),
            .unknown(estate(assigned("00000000-0000-0000-0000-00000000abcd", to: "dev", at: hub))),
            .notApplicable(estate(assigned(contributor, to: "dev", at: app))),
        ]
    )

    /// The principals that build workloads, by a role that does not reach into connectivity as well.
    private static func builders(
        among assignments: [RoleAssignment],
        _ roles: [String: RolePower],
        _ scope: ConnectivityScope
    ) -> [String: RoleAssignment] {
        assignments.reduce(into: [:]) { builders, assignment in
            guard let principal = assignment.principalID.value?.lowercased(), let place = assignment.scope,
                let role = assignment.roleDefinition.value,
                roles[role.name.lowercased()]?.writesWorkloads == true,
                scope.reaches(place, into: scope.workload) == .yes,
                scope.reaches(place, into: scope.connectivity) == .no
            else { return }
            builders[principal] = assignment
        }
    }

    private static func judge(
        _ assignment: RoleAssignment,
        _ roles: [String: RolePower],
        _ scope: ConnectivityScope,
        _ builders: [String: RoleAssignment],
        _ topology: Topology
    ) -> Judgement? {
        guard let place = assignment.scope else {
            return .unknown("the input does not say where \(assignment.name) holds", Proof("scope"))
        }
        let reach = scope.reaches(place, into: scope.connectivity)
        guard reach != .no else { return nil }
        guard let role = assignment.roleDefinition.value else {
            let gap = assignment.roleDefinition.gap("role of \(assignment.name)") ?? ""
            return .unknown(gap, Proof("roleDefinitionId"))
        }
        let proof = Proof("roleDefinitionId")
        guard let power = roles[role.name.lowercased()] else {
            return .unknown("the input does not hold the role \(role.name)", proof)
        }
        guard power.writesNetwork else {
            return .pass("The role \(power.name) cannot change the network", proof)
        }
        guard reach == .yes else {
            return .unknown(
                "the input does not say which subscriptions are below \(place.name)",
                Proof("scope")
            )
        }
        guard let principal = assignment.principalID.value else {
            return .unknown(assignment.principalID.gap("principalId") ?? "", Proof("principalId"))
        }
        let who =
            assignment.principalName.value
            ?? "The \(assignment.principalType.value ?? "principal") \(principal)"
        let holds = "as \(power.name) at \(topology.resource(place)?.name ?? String(place.name))"
        guard let other = builders[principal.lowercased()] else {
            return .ask("\(who) may change the network \(holds): is that the network team?", proof)
        }
        return .fail(
            "\(who) builds workloads and may change the network \(holds)",
            [proof, Proof("principalId"), Proof("scope", in: other.resource)]
        )
    }

    private static let hub = "/subscriptions/hub"
    private static let app = "/subscriptions/app"
    private static let contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c"

    /// A subscription with a firewall, one without, and these assignments.
    private static func estate(_ assignments: String...) -> String {
        let group = "resourceGroups/rg/providers/Microsoft.Network"
        let rows = [
            """
            {"id": "\(hub)/\(group)/azureFirewalls/afw", "name": "afw", "type": "Microsoft.Network/azureFirewalls"},
            {"id": "\(app)/\(group)/virtualNetworks/vnet", "name": "vnet",
             "type": "Microsoft.Network/virtualNetworks"}
            """
        ]
        return "[\((rows + assignments).joined(separator: ", "))]"
    }

    private static func assigned(_ role: String, to principal: String, at scope: String) -> String {
        """
        {"id": "\(scope)/providers/Microsoft.Authorization/roleAssignments/\(principal)-\(scope.count)",
         "type": "Microsoft.Authorization/roleAssignments", "name": "\(principal)", "properties": {
          "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/\(role)",
          "principalId": "\(principal)", "principalType": "Group", "scope": "\(scope)"}}
        """
    }
}
