import Topology

extension Control {
    /// S0-09: a route of one's own is a way round the firewall.
    package static let workloadsKeepOffRoutes = Control(
        id: "S0-09",
        name: "landing-zone-routes",
        title: "Who builds workloads can neither change nor attach route tables",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: RoleAssignment.types,
        why: """
            One route with a longer prefix takes the packets of a subnet past the firewall, in a hub of a Virtual \
            WAN too. Whoever can write it, or put another table on the subnet, decides what is inspected.
            """,
        remediation: Remediation(
            """
            Give workload teams a role that excepts route tables and subnets, and deny other next hops by policy.
            """,
            command: "az role assignment delete --assignee PRINCIPAL --role ROLE --scope SCOPE"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-3-secure-your-traffic",
        benchmarks: [
            "mcsb": ["PA-7", "NS-1"],
            "nist-800-53": ["AC-2", "AC-3", "AC-6", "AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T6"],
        ],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            let scope = holders.scope
            return holders.judge(.routes) { assignment, role in
                // Who reaches into connectivity as well runs the platform, or is found by S0-02.
                guard let place = assignment.scope, scope.reaches(place, into: scope.workload) != .no,
                    scope.reaches(place, into: scope.connectivity) == .no
                else { return nil }
                return judge(assignment, role, holders)
            }
        },
        examples: [
            .fails(RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app))),
            .fails(
                RoleEstate.estate(
                    RoleEstate.role(#""Microsoft.Web/*""#),
                    RoleEstate.assigned(RoleEstate.custom, at: RoleEstate.app),
                    RoleEstate.assigned(RoleEstate.networkContributor, at: RoleEstate.app)
                )
            ),
            .passes(
                RoleEstate.estate(
                    RoleEstate.role(#""Microsoft.Web/*""#),
                    RoleEstate.assigned(RoleEstate.custom, at: RoleEstate.app),
                    RoleEstate.assigned(
                        RoleEstate.networkContributor,
                        to: "network-team",
                        at: RoleEstate.app
                    )
                )
            ),
            .unknown(RoleEstate.estate(RoleEstate.assigned(RoleEstate.stranger, at: RoleEstate.app))),
            .unknown(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.networkContributor, at: RoleEstate.app)
                        .replacing(#""principalId": "dev", "#, with: "")
                )
            ),
            .notApplicable(
                RoleEstate.estate(
                    RoleEstate.role(#""*""#, without: #""Microsoft.Network/*""#),
                    RoleEstate.assigned(RoleEstate.custom, at: RoleEstate.app),
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.hub),
                    RoleEstate.assigned(RoleEstate.owner, at: RoleEstate.managementGroup)
                )
            ),
        ]
    )

    private static func judge(
        _ assignment: RoleAssignment,
        _ role: RolePower,
        _ holders: RoleHolders
    ) -> Judgement {
        let proof = Proof("roleDefinitionId", expected: "a role without route tables and subnets")
        let principal = Proof("principalId")
        let place = holders.title(of: assignment.scope)
        let action = role.action(for: .routes) ?? ""
        let says = "\(assignment.holder) may change routes at \(place) as \(role.name), by \(action)"
        if role.writesWorkloads {
            return .fail("\(says), and builds workloads by the same role", proof, principal)
        }
        switch holders.building(by: assignment.principalID) {
        case .unknown(let reason): return .unknown(reason, principal, proof)
        case .absent: return .pass("\(says), and builds no workloads", proof, principal)
        case .set(let other):
            return .fail(
                "\(says), and builds workloads",
                proof,
                Proof("roleDefinitionId", in: other.resource)
            )
        }
    }
}
