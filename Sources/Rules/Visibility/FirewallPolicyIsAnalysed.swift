import Topology

extension Control {
    /// V3-02: rules that nothing uses are found.
    package static let firewallPolicyIsAnalysed = Control(
        id: "V3-02",
        name: "firewall-policy-analytics",
        title: "Policy analytics watches the firewall's rules",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: FirewallPolicy.types,
        why: "Rules pile up. Without a count of what each one lets through, nobody dares to delete any.",
        remediation: Remediation(
            "Switch policy analytics on, with the workspace of the firewall's logs.",
            command: "az network firewall policy update -g GROUP -n POLICY --set insights.isEnabled=true"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility#azure-firewall",
        benchmarks: ["policy": ["dfb5ac92-ce74-4dbc-81fa-87243e62d5d3"]],
        decision: .each { resource, _ in
            let flag = resource.fields.inner("insights").flag("isEnabled")
            let proof = Proof("insights.isEnabled", expected: "true")
            return flag.judged(by: proof, of: resource.name) {
                $0
                    ? .pass("Policy analytics watches \(resource.name)", proof)
                    : .fail("Policy analytics of \(resource.name) is off", proof)
            }
        },
        examples: [
            .passes(ExampleRows.row("firewallPolicies", "afwp", #""insights": {"isEnabled": true}"#)),
            .fails(ExampleRows.row("firewallPolicies", "afwp", #""insights": {"isEnabled": false}"#)),
            .unknown(ExampleRows.row("firewallPolicies", "afwp", "")),
            .notApplicable("[]"),
        ]
    )
}
