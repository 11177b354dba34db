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
            let holders = RoleHolders(topology)
            guard !holders.scope.connectivity.isEmpty, !holders.scope.workload.isEmpty else { return [] }
            return holders.assignments.compactMap { assignment in
                judge(assignment, holders).map { (assignment.resource, $0) }
            }
        },
        examples: [
            .fails(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.hub),
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app)
                )
            ),
            .asks(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, to: "network-team", at: RoleEstate.hub)
                )
            ),
            .passes(RoleEstate.estate(RoleEstate.assigned(RoleEstate.reader, at: RoleEstate.hub))),
            .unknown(RoleEstate.estate(RoleEstate.assigned(RoleEstate.stranger, at: RoleEstate.hub))),
            .notApplicable(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app))
            ),
        ]
    )

    private static func judge(_ assignment: RoleAssignment, _ holders: RoleHolders) -> Judgement? {
        guard let place = assignment.scope else {
            return .unknown("the input does not say where \(assignment.name) holds", Proof("scope"))
        }
        let reach = holders.scope.reaches(place, into: holders.scope.connectivity)
        guard reach != .no else { return nil }
        let proof = Proof("roleDefinitionId")
        let role = holders.power(of: assignment.roleDefinition)
        guard let power = role.value else { return .unknown(role.reason ?? "", proof) }
        guard power.writesNetwork else {
            return .pass("The role \(power.name) cannot change the network", proof)
        }
        guard reach == .yes else {
            return .unknown(
                "the input does not say which subscriptions are below \(place.name)",
                Proof("scope")
            )
        }
        let holds = "as \(power.name) at \(holders.title(of: place))"
        switch holders.building(by: assignment.principalID) {
        case .unknown(let reason): return .unknown(reason, Proof("principalId"), proof)
        case .absent:
            return .ask(
                "\(assignment.holder) may change the network \(holds): is that the network team?",
                proof
            )
        case .set(let other):
            return .fail(
                "\(assignment.holder) builds workloads and may change the network \(holds)",
                [proof, Proof("principalId"), Proof("scope", in: other.resource)]
            )
        }
    }
}
