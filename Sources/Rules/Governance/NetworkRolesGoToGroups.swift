import Topology

extension Control {
    /// S0-05: people come and go, groups are looked after.
    package static let networkRolesGoToGroups = Control(
        id: "S0-05",
        name: "network-roles-to-groups",
        title: "Roles that change the network are given to groups",
        severity: .medium,
        principles: [.leastPrivilege],
        types: RoleAssignment.types,
        why: """
            An assignment to a person outlives the job it was made for: nobody finds it when the person moves on, \
            and a review of groups does not show it.
            """,
        remediation: Remediation(
            "Give the role to a group, put the person into it, and delete the person's own assignment.",
            command: "az role assignment create --role ROLE --assignee-object-id GROUP-ID --scope SCOPE"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-2-isolate-infrastructure-into-its-own-resource-group",
        benchmarks: ["mcsb": ["PA-3", "PA-4"], "nist-800-53": ["AC-2", "AC-5", "AC-6"]],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            return holders.judge(.network) { assignment, role in
                let proof = Proof("principalType", expected: "Group")
                return assignment.principalType.judged(by: proof, of: assignment.name) { kind in
                    let holds = "\(role.name) at \(holders.title(of: assignment.scope))"
                    return assignment.principalType.is("Group", "ServicePrincipal")
                        ? .pass("\(holds) is held by a \(kind.lowercased())", proof)
                        : .fail(
                            "\(assignment.holder) holds \(holds) directly, not through a group",
                            proof,
                            Proof("principalId"),
                            Proof("roleDefinitionId")
                        )
                }
            }
        },
        examples: [
            .passes(RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app))),
            .passes(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, "ServicePrincipal", at: RoleEstate.app)
                )
            ),
            .fails(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, "User", at: RoleEstate.app))
            ),
            .unknown(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.stranger, "User", at: RoleEstate.app))
            ),
            .unknown(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app)
                        .replacing(#""Group""#, with: "null")
                )
            ),
            .notApplicable(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.reader, "User", at: RoleEstate.app))
            ),
        ]
    )
}
