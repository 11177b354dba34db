import JSON
import Topology

extension Control {
    /// S3-05: known bad addresses are not let through.
    package static let threatIntelligenceDenies = Control(
        id: "S3-05",
        name: "firewall-threat-intelligence",
        title: "Firewalls deny what threat intelligence knows to be bad",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/firewallPolicies", "Microsoft.Network/azureFirewalls"],
        why: """
            The firewall is told which addresses and names belong to known attackers. An alert alone means that \
            the connection was made and somebody may read about it later.
            """,
        remediation: Remediation(
            "Set threat intelligence to alert and deny.",
            command: "az network firewall policy update -g GROUP -n POLICY --threat-intel-mode Deny"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#configure-azure-firewall-premium-for-zero-trust",
        benchmarks: [
            "mcsb": ["NS-3"],
            "policy": ["da79a7e2-8aa1-45ed-af81-ba050c153564"],
            "zta": ["25537"],
            "alz": ["D07.06"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .each { resource, _ in judge(resource) },
        examples: [
            .passes(FirewallEstate.policy(#""threatIntelMode": "Deny""#)),
            .fails(FirewallEstate.policy(#""threatIntelMode": "alert""#)),
            .fails(FirewallEstate.firewall(#""threatIntelMode": "Off""#)),
            .unknown(FirewallEstate.policy(#""sku": {"tier": "Premium"}"#)),
            .notApplicable(FirewallEstate.firewall(#""firewallPolicy": {"id": "/policies/p"}"#)),
        ]
    )

    private static func judge(_ resource: Resource) -> Judgement? {
        // A firewall with a policy is judged by its policy.
        guard resource.fields.link("firewallPolicy").isAbsent else { return nil }
        let mode = resource.fields.text("threatIntelMode")
        let proof = Proof("threatIntelMode", expected: "Deny")
        if let gap = mode.gap("threatIntelMode of \(resource.name)") { return .unknown(gap, proof) }
        if mode.is("Deny") { return .pass("\(resource.name) denies what is known to be bad", proof) }
        return mode.is("Off")
            ? .fail("\(resource.name) does not ask threat intelligence", proof)
            : .fail("\(resource.name) only reports what is known to be bad", proof, severity: .medium)
    }
}
