import JSON
import Topology

extension Control {
    /// S3-04: the tier in which a firewall can look into traffic.
    package static let firewallIsPremium = Control(
        id: "S3-04",
        name: "firewall-premium",
        title: "Firewalls and their policies are of the Premium tier",
        severity: .medium,
        principles: [.verifyExplicitly, .leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/azureFirewalls", "Microsoft.Network/firewallPolicies"],
        why: """
            Only Premium opens TLS and looks for known attacks inside. A firewall of a lower tier judges by \
            addresses and names alone.
            """,
        remediation: Remediation(
            "Raise the policy to Premium first, then the firewall.",
            command: "az network firewall update -g GROUP -n FIREWALL --tier Premium"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#step-1-secure-azure-firewall-premium",
        benchmarks: [
            "mcsb": ["NS-3", "NS-4"],
            "policy": ["8c19196d-7fd7-45b2-a9b4-7288f47c769a"],
            "alz": ["D07.05"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "SI-4"],
        ],
        decision: .each { resource, _ in judge(resource) },
        examples: [
            .passes(FirewallEstate.firewall(#""sku": {"name": "AZFW_VNet", "tier": "Premium"}"#)),
            .passes(FirewallEstate.policy(#""sku": {"tier": "premium"}"#)),
            .fails(FirewallEstate.firewall(#""sku": {"name": "AZFW_VNet", "tier": "Basic"}"#)),
            .fails(FirewallEstate.policy(#""sku": {"tier": "Standard"}"#)),
            .unknown(FirewallEstate.policy(#""threatIntelMode": "Deny""#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ resource: Resource) -> Judgement {
        let sku = resource.fields.object("sku")
        let tier = sku.value?.text("tier") ?? .absent
        let proof = Proof("sku.tier", expected: "Premium")
        guard case .set(let word) = tier else {
            return .unknown(sku.reason ?? tier.gap("sku.tier of \(resource.name)") ?? "", proof)
        }
        guard !tier.is("Premium") else { return .pass("\(resource.name) is of the Premium tier", proof) }
        return .fail(
            "\(resource.name) is of the \(word) tier",
            proof,
            severity: tier.is("Basic") ? .high : nil
        )
    }
}
