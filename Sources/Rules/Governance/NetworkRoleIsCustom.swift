import Topology

extension Control {
    /// S0-04: who runs the networks of workloads needs their networks, not their machines.
    package static let networkRoleIsCustom = Control(
        id: "S0-04",
        name: "network-management-role",
        title: "Networks of workloads are managed by a role made for that",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: RoleAssignment.types,
        why: """
            Contributor and Owner reach far past networks, and Network Contributor lacks what the job needs \
            beside them. A role of one's own gives reading, networks, deployments and support, and nothing more.
            """,
        remediation: Remediation(
            "Define the role once for the management group, assign it, and remove the wide one.",
            command: "az role definition create --role-definition network-management.json"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-1-use-microsoft-entra-rbac-or-set-up-custom-roles-for-networking-resources",
        benchmarks: [
            "mcsb": ["PA-7"], "alz": ["B03.11"], "nist-800-53": ["AC-2", "AC-3", "AC-6"],
        ],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            let places = networkPlaces(topology)
            return holders.judge(.network) { assignment, role in
                guard let scope = assignment.scope else {
                    return .unknown("the input does not say where \(assignment.name) holds", Proof("scope"))
                }
                guard
                    holders.scope.reaches(scope, into: holders.scope.connectivity) == .no
                        || scope.subscription == nil,
                    !role.writesWorkloads || places.contains(where: { scope.isSame(orBelow: $0) })
                else { return nil }
                let proof = Proof("roleDefinitionId", expected: "a custom role for networks")
                let holds =
                    "\(assignment.holder) manages networks at \(holders.title(of: scope)) as \(role.name)"
                return role.isCustom.judged(by: proof, of: role.name) {
                    $0 ? .pass(holds, proof) : .fail(holds, proof)
                }
            }
        },
        examples: [
            .passes(
                RoleEstate.estate(
                    RoleEstate.role(#""*/read", "Microsoft.Network/*""#),
                    RoleEstate.assigned(RoleEstate.custom, at: RoleEstate.app)
                )
            ),
            .fails(RoleEstate.estate(RoleEstate.assigned(RoleEstate.networkContributor, at: RoleEstate.app))),
            .fails(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.networkContributor, at: RoleEstate.managementGroup)
                )
            ),
            .fails(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app + "/resourceGroups/rg")
                )
            ),
            .unknown(RoleEstate.estate(RoleEstate.assigned(RoleEstate.stranger, at: RoleEstate.app))),
            .unknown(
                RoleEstate.estate(
                    RoleEstate.role(#""Microsoft.Network/*""#, type: ""),
                    RoleEstate.assigned(RoleEstate.custom, at: RoleEstate.app)
                )
            ),
            .notApplicable(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app),
                    RoleEstate.assigned(RoleEstate.networkContributor, at: RoleEstate.hub),
                    RoleEstate.assigned(RoleEstate.reader, at: RoleEstate.app + "/resourceGroups/rg")
                )
            ),
        ]
    )

    /// The resource groups that hold virtual networks, security groups or route tables.
    private static func networkPlaces(_ topology: Topology) -> Set<ResourceID> {
        let types = VirtualNetwork.types + NetworkSecurityGroup.types + RouteTable.types
        return Set(types.flatMap(topology.resources(of:)).compactMap(\.id.parent))
    }
}
