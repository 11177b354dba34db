import Topology

extension Control {
    /// S3-09: rules that can be shared and kept.
    package static let firewallHasPolicy = Control(
        id: "S3-09",
        name: "firewall-policy",
        title: "Firewalls take their rules from a policy",
        severity: .medium,
        principles: [.assumeBreach],
        types: AzureFirewall.types,
        why: """
            Rules inside a firewall belong to it alone: no parent that every firewall follows, nothing of \
            the Premium tier, and no review of one place for all.
            """,
        remediation: Remediation(
            "Turn the rules into a policy and attach it to the firewall.",
            command: "az network firewall update -g GROUP -n FIREWALL --firewall-policy POLICY-ID"
        ),
        documentation: "https://learn.microsoft.com/azure/firewall-manager/migrate-to-policy",
        benchmarks: [
            "mcsb": ["NS-7"],
            "policy": ["794d77cc-fe65-4801-8514-230c0be387a8"],
            "alz": ["D07.10"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            guard let firewall = topology.find(AzureFirewall.self, resource.id) else { return nil }
            let proof = Proof("firewallPolicy.id", expected: "the id of a policy")
            switch firewall.firewallPolicy {
            case .set(let policy): return .pass("\(firewall.name) follows \(policy.name)", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            case .absent: return .fail("\(firewall.name) has its rules inside it and no policy", proof)
            }
        },
        examples: [
            .passes(FirewallEstate.firewall(#""firewallPolicy": {"id": "/policies/p"}"#)),
            .fails(FirewallEstate.firewall(#""networkRuleCollections": []"#)),
            .unknown(
                FirewallEstate.firewall(#""firewallPolicy": {"id": {"$symbolic": "[variables('p')]"}}"#)
            ),
            .notApplicable(FirewallEstate.policy("")),
        ]
    )
}
