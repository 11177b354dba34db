import Topology

extension Control {
    /// S0-03: what a role may do stands in its actions.
    package static let rolesSayWhatTheyAllow = Control(
        id: "S0-03",
        name: "role-actions",
        title: "Roles of one's own say in their actions that they change the network",
        severity: .info,
        tier: .extended,
        principles: [.leastPrivilege],
        types: RoleDefinition.types,
        why: """
            A role named after an application may rewrite the firewall through a wildcard nobody thought of. What \
            counts is the list of actions less the exceptions, which is how bulkhead judges every role.
            """,
        remediation: Remediation(
            "Name the resource providers the role is for in the place of the wildcard, or except Microsoft.Network.",
            command: "az role definition update --role-definition ROLE-FILE"
        ),
        documentation: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles",
        benchmarks: ["mcsb": ["PA-7"], "nist-800-53": ["AC-2", "AC-3", "AC-6"]],
        decision: .estate { topology in
            topology.all(RoleDefinition.self).map { ($0.resource, judge($0)) }
        },
        examples: [
            .passes(RoleEstate.estate(RoleEstate.role(#""Microsoft.Network/*""#))),
            .passes(RoleEstate.estate(RoleEstate.role(#""*/read", "Microsoft.Web/*""#))),
            .passes(RoleEstate.estate(RoleEstate.role(#""*""#, without: #""Microsoft.Network/*""#))),
            .passes(RoleEstate.estate(RoleEstate.role(#""*""#, type: #""type": "BuiltInRole", "#))),
            .fails(RoleEstate.estate(RoleEstate.role(#""*""#))),
            .fails(RoleEstate.estate(RoleEstate.role(#""*/write""#, without: #""Microsoft.Web/*""#))),
            .unknown(RoleEstate.estate(RoleEstate.role(#""*""#, type: ""))),
            .unknown(RoleEstate.estate(RoleEstate.role(#"{"$symbolic": "[parameters('action')]"}"#))),
            .notApplicable(RoleEstate.estate()),
        ]
    )

    private static func judge(_ definition: RoleDefinition) -> Judgement {
        let proof = Proof(
            "permissions",
            expected: "actions that name Microsoft.Network, or none that reach it"
        )
        if let gap = definition.gap { return .unknown(gap, proof) }
        let power = RolePower(definition)
        guard let action = power.action(for: .network) else {
            return .pass("\(power.name) cannot change the network", proof)
        }
        let says = "\(power.name) may change the network by the action \(action)"
        if action.lowercased().hasPrefix("microsoft.network/") { return .pass(says, proof) }
        let kind = Proof("type")
        return power.isCustom.judged(by: kind, of: power.name) {
            $0
                ? .fail("\(says), which names no network", proof)
                : .pass("\(says), as Azure made it", proof, kind)
        }
    }
}
