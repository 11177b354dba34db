import Topology

extension Control {
    /// S0-08: whom nobody here can dismiss.
    package static let noOutsiderWritesNetwork = Control(
        id: "S0-08",
        name: "network-roles-outsiders",
        title: "No guest and nobody who is gone may change the network",
        severity: .high,
        principles: [.leastPrivilege],
        types: RoleAssignment.types,
        why: """
            A guest's account is secured, watched and closed by somebody else. An assignment whose principal was \
            deleted belongs to nobody, and hides in a list what is really there.
            """,
        remediation: Remediation(
            "Delete the assignment.",
            command: "az role assignment delete --ids ASSIGNMENT-ID"
        ),
        documentation: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles",
        benchmarks: [
            "mcsb": ["PA-1", "PA-4"],
            "cis-4.0": ["6.3.4"],
            "policy": ["339353f6-2387-4a45-abe4-7f529d121046", "94e1c2ac-cbbe-4cac-a2b5-389c812dee87"],
            "nist-800-53": ["AC-2", "AC-6"],
        ],
        decision: .estate { topology in
            let holders = RoleHolders(topology)
            return holders.judge(.network) { assignment, role in
                let kind = Proof("principalType", expected: "a principal of this tenant")
                let holds = "\(role.name) at \(holders.title(of: assignment.scope))"
                return assignment.principalType.judged(by: kind, of: assignment.name) { word in
                    if assignment.principalType.is("Unknown") {
                        return .fail("\(holds) is held by a principal that does not exist", kind)
                    }
                    if assignment.principalType.is("ForeignGroup") {
                        return .fail("\(holds) is held by a group of another tenant", kind)
                    }
                    guard assignment.principalType.is("User") else {
                        return .pass("\(holds) is held by a \(word.lowercased()) of this tenant", kind)
                    }
                    let name = Proof("principalName", expected: "a name without #EXT#")
                    return assignment.principalName.judged(by: name, of: assignment.name) {
                        $0.uppercased().contains("#EXT#")
                            ? .fail("\(holds) is held by the guest \($0)", name)
                            : .pass("\(holds) is held by \($0), who is no guest", name)
                    }
                }
            }
        },
        examples: [
            .passes(RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app))),
            .passes(user(#""principalName": "ana@contoso.com""#)),
            .fails(user(#""principalName": "ana_fabrikam.com#EXT#@contoso.onmicrosoft.com""#)),
            .fails(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, "Unknown", at: RoleEstate.app))
            ),
            .fails(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, "ForeignGroup", at: RoleEstate.app)
                )
            ),
            .unknown(user("")),
            .unknown(
                RoleEstate.estate(
                    RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app)
                        .replacing(#""Group""#, with: "null")
                )
            ),
            .notApplicable(
                RoleEstate.estate(RoleEstate.assigned(RoleEstate.reader, "Unknown", at: RoleEstate.app))
            ),
        ]
    )

    private static func user(_ more: String) -> String {
        RoleEstate.estate(RoleEstate.assigned(RoleEstate.contributor, "User", at: RoleEstate.app, more))
    }
}
