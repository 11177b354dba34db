import Topology

extension Control {
    /// D-02: firewall and client see the same address behind a name.
    package static let firewallIsDNSProxy = Control(
        id: "D-02",
        name: "firewall-dns-proxy",
        title: "Firewall policies answer questions for names themselves",
        severity: .medium,
        principles: [.assumeBreach],
        types: FirewallPolicy.types,
        why: """
            A rule for a name holds for the addresses the firewall got for it. A client that asked elsewhere got \
            others: its traffic is refused for no reason anyone sees, or the rule is opened too far.
            """,
        remediation: Remediation(
            "Switch the DNS proxy on and let the networks ask the firewall.",
            command: "az network firewall policy update -g GROUP -n POLICY --enable-dns-proxy true"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-1-create-azure-firewall-policy",
        benchmarks: [
            "mcsb": ["NS-10"],
            "policy": ["3f84c9b0-8b64-4208-98d4-6ada96bb49c3"],
            "alz": ["D07.18"],
            "nist-800-53": ["SC-20", "SC-21"],
        ],
        decision: .each { resource, topology in
            topology.find(FirewallPolicy.self, resource.id).map { policy in
                let proof = Proof("dnsSettings.enableProxy", expected: "true")
                switch policy.dnsProxyEnabled {
                case .set(true): return .pass("\(policy.name) answers questions for names", proof)
                case .set(false): return .fail("The DNS proxy of \(policy.name) is off", proof)
                case .unknown(let reason): return .unknown(reason, proof)
                case .absent: return .fail("\(policy.name) has no DNS proxy", proof)
                }
            }
        },
        examples: [
            .passes(FirewallEstate.policy(#""dnsSettings": {"enableProxy": true}"#)),
            .fails(FirewallEstate.policy(#""dnsSettings": {"enableProxy": false}"#)),
            .fails(FirewallEstate.policy(#""sku": {"tier": "Premium"}"#)),
            .unknown(
                FirewallEstate.policy(#""dnsSettings": {"enableProxy": {"$symbolic": "[parameters('p')]"}}"#)
            ),
            .unknown(FirewallEstate.policy(#""dnsSettings": {"$symbolic": "[variables('dns')]"}"#)),
            .notApplicable(FirewallEstate.firewall("")),
        ]
    )
}
