import Topology

extension Control {
    /// E5-19: a role for signing in, not for owning.
    package static let fewMayOpenSessions = Control(
        id: "E5-19",
        name: "bastion-session-roles",
        title: "Sessions are opened with roles for signing in, given to groups",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Authorization/roleAssignments", "Microsoft.Network/bastionHosts"],
        why: """
            Opening a session takes no more than reading Bastion, the machine and its interface, and the \
            right to sign in. Who was made Contributor for it may also change what guards the machine.
            """,
        remediation: Remediation(
            "Give a group the role for signing in and Reader, then remove the wide role.",
            command: """
                az role assignment create --role "Virtual Machine User Login" --assignee GROUP-ID --scope MACHINE-ID
                """
        ),
        question: "Who opens sessions, and by which role?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-virtual-machines",
        benchmarks: [
            "mcsb": ["PA-7"],
            "cis-3.0": ["8.10"],
            "nist-800-53": ["AC-2", "AC-3", "AC-6"],
            "nist-800-207": ["T6"],
        ],
        decision: .estate(judgements),
        examples: [
            .passes(assigned("fb879df8-f326-4884-b1cf-06f3ad86be52", to: "Group", at: "resourceGroups/rg")),
            .passes(assigned(reader, to: "Group", at: bastion)),
            .fails(assigned("b24988ac-6180-42a0-ab88-20f7382dd24c", to: "Group", at: bastion)),
            .fails(assigned("1c0163c0-47e6-4577-8991-ea5c82e286e4", to: "User", at: "resourceGroups/rg")),
            .asks(assigned(reader, to: "Group", at: "resourceGroups/rg")),
            .unknown(assigned("00000000-0000-0000-0000-00000000abcd", to: "Group", at: bastion)),
            .unknown(BastionEstate.bastion("Standard")),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// The built-in roles for signing in to a machine.
    private static let signIn = [
        "1c0163c0-47e6-4577-8991-ea5c82e286e4": "Virtual Machine Administrator Login",
        "fb879df8-f326-4884-b1cf-06f3ad86be52": "Virtual Machine User Login",
    ]
    private static let places: Set<ResourceType> = Set(
        BastionHost.types + VirtualMachine.types + NetworkInterface.types
    )

    private static func judgements(of topology: Topology) -> [(Resource, Judgement)] {
        let bastions = topology.all(BastionHost.self)
        guard !bastions.isEmpty else { return [] }
        let roles = RolePower.byName(topology)
        let assignments = topology.all(RoleAssignment.self)
        let judged = assignments.compactMap { assignment in
            judge(assignment, roles).map { (assignment.resource, $0) }
        }
        guard judged.isEmpty else { return judged }
        return bastions.map { bastion in
            (
                bastion.resource,
                assignments.isEmpty
                    ? .unknown("the input holds no role assignments: export authorizationresources")
                    : .ask(
                        "No role is for signing in to machines. Who opens sessions by \(bastion.name), and how?"
                    )
            )
        }
    }

    /// Judges assignments of a role for signing in, and those at a machine or a Bastion; others are nil.
    private static func judge(_ assignment: RoleAssignment, _ roles: [String: RolePower]) -> Judgement? {
        let proof = Proof("roleDefinitionId", expected: "a role for signing in, or Reader")
        let name = assignment.roleDefinition.value?.name.lowercased() ?? ""
        let login = signIn[name]
        let place = assignment.scope?.type.map(places.contains) == true ? assignment.scope : nil
        guard login != nil || place != nil else { return nil }
        let target = place.map { String($0.name) } ?? "machines"
        if let reason = assignment.roleDefinition.reason { return .unknown(reason, proof) }
        guard let role = login ?? roles[name]?.name else {
            return .unknown("the input does not hold the role that \(target) is opened by", proof)
        }
        if let power = roles[name], power.writesWorkloads || power.writesNetwork {
            return .fail("\(role) is given at \(target), which allows far more than sessions", proof)
        }
        let kind = Proof("principalType", expected: "Group")
        return assignment.principalType.judged(by: kind, of: assignment.name) { word in
            assignment.principalType.is("User")
                ? .fail(
                    "\(role) at \(target) is given to a person and not to a group",
                    kind,
                    proof,
                    severity: .low
                )
                : .pass("\(role) at \(target) is given to a \(word.lowercased())", proof, kind)
        }
    }

    private static let reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
    private static let bastion = "resourceGroups/rg/providers/Microsoft.Network/bastionHosts/bas"

    private static func assigned(_ role: String, to kind: String, at place: String) -> String {
        ExampleRows.estate(
            BastionEstate.bastion("Standard"),
            """
            {"id": "/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/a", "name": "a",
             "type": "Microsoft.Authorization/roleAssignments", "properties": {
               "scope": "/subscriptions/s/\(place)", "principalType": "\(kind)", "principalId": "p",
               "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/\(role)"}}
            """
        )
    }
}
