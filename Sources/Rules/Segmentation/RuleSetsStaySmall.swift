import JSON
import Topology

extension Control {
    /// S1-13: a list that can still grow, and be read.
    package static let ruleSetsStaySmall = Control(
        id: "S1-13",
        name: "nsg-rule-count",
        title: "Security groups hold no more than 900 rules",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: NetworkSecurityGroup.types,
        why: """
            At a thousand rules Azure takes no more, and the next block against an attack cannot be set. Nobody \
            reads so long a list anyway.
            """,
        remediation: Remediation(
            "Put addresses together in one rule, or replace them by application security groups and tags.",
            command: "az network nsg rule list -g GROUP --nsg-name NSG"
        ),
        documentation:
            "https://github.com/Azure/review-checklists/blob/main/checklists/alz_checklist.en.json",
        benchmarks: ["alz": ["D09.07"]],
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id).map { group in
                let proof = Proof("securityRules", expected: "at most \(mostRules) rules")
                let written = resource.fields.array("securityRules")
                if let reason = written.reason { return .unknown(reason, proof) }
                let count = max(written.value?.count ?? 0, group.securityRules.count)
                return count > mostRules
                    ? .fail("\(group.name) holds \(count) rules, and Azure takes 1000", proof)
                    : .pass("\(group.name) holds \(count) rules", proof)
            }
        },
        examples: [
            .passes(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow"))),
            .passes(rules(900)),
            .fails(rules(901)),
            .unknown(
                SecurityGroupEstate.group().replacing(
                    #""securityRules": []"#,
                    with: #""securityRules": {"$symbolic": "[variables('rules')]"}"#
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static let mostRules = 900

    private static func rules(_ count: Int) -> String {
        let rule = #"{"properties": {}}"#
        return SecurityGroupEstate.group(Array(repeating: rule, count: count).joined(separator: ", "))
    }
}
