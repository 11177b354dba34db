import Topology

extension Control {
    /// S0-10: a pipeline can do what it deploys, where it deploys it.
    package static let pipelinesAreScoped = Control(
        id: "S0-10",
        name: "pipeline-scope",
        title: "Pipelines that deploy networks own nothing and stay within a subscription",
        severity: .medium,
        principles: [.leastPrivilege],
        types: RoleAssignment.types,
        why: """
            What signs in without a person has no second factor, and its secret lies in build systems and logs. \
            How far a thief of it comes is decided by its scope alone.
            """,
        remediation: Remediation(
            "Assign a narrower role at the resource group it deploys to, and delete the wide assignment.",
            command: "az role assignment delete --assignee PRINCIPAL --role ROLE --scope SCOPE"
        ),
        question: "Does the pipeline sign in with a secret, or by workload identity federation?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#44-automation-and-orchestration",
        benchmarks: [
            "mcsb": ["IM-3", "PA-7"],
            "nist-800-53": ["AC-2", "AC-3", "IA-4", "IA-5", "IA-9", "AC-6"],
        ],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            return holders.judge(.network) { assignment, role in
                let kind = Proof("principalType")
                return switch assignment.principalType {
                case .set:
                    assignment.principalType.is("ServicePrincipal") ? judge(assignment, role, holders) : nil
                case .absent: .unknown("the input does not say what \(assignment.name) is given to", kind)
                case .unknown(let reason): .unknown(reason, kind)
                }
            }
        },
        examples: [
            .passes(pipeline(RoleEstate.networkContributor, at: RoleEstate.app)),
            .passes(pipeline(RoleEstate.contributor, at: RoleEstate.app + "/resourceGroups/rg")),
            .fails(pipeline(RoleEstate.owner, at: RoleEstate.app)),
            .fails(pipeline(RoleEstate.networkContributor, at: RoleEstate.managementGroup)),
            .fails(pipeline(RoleEstate.contributor, at: RoleEstate.root)),
            .unknown(pipeline(RoleEstate.stranger, at: RoleEstate.app)),
            .unknown(
                pipeline(RoleEstate.contributor, at: RoleEstate.app)
                    .replacing(#""ServicePrincipal""#, with: "null")
            ),
            .notApplicable(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.owner, at: RoleEstate.managementGroup),
                    RoleEstate.assigned(RoleEstate.reader, "ServicePrincipal", at: RoleEstate.root)
                )
            ),
        ]
    )

    private static func judge(
        _ assignment: RoleAssignment,
        _ role: RolePower,
        _ holders: RoleHolders
    ) -> Judgement {
        let place = holders.title(of: assignment.scope)
        let says = "\(assignment.holder) changes the network as \(role.name) at \(place)"
        let wide = Proof("scope", expected: "a subscription or a resource group")
        let strong = Proof("roleDefinitionId", expected: "a role that gives no roles")
        guard assignment.scope?.subscription != nil else {
            return assignment.assignedScope.value == nil && assignment.scope == nil
                ? .unknown("the input does not say where \(assignment.name) holds", wide)
                : .fail("\(says), which is more than a subscription", wide, strong)
        }
        return role.has(.access)
            ? .fail("\(says), and may give roles", strong, wide) : .pass(says, strong, wide)
    }

    private static func pipeline(_ role: String, at scope: String) -> String {
        RoleEstate.estate(RoleEstate.assigned(role, to: "pipeline", "ServicePrincipal", at: scope))
    }
}
