import JSON
import Topology

extension Control {
    /// S3-06: attacks that are recognised are stopped.
    package static let intrusionDetectionDenies = Control(
        id: "S3-06",
        name: "firewall-idps",
        title: "Intrusion detection denies, without exceptions that nobody remembers",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/firewallPolicies"],
        why: """
            Detection that only alerts has seen the attack and let it pass. Traffic on the bypass list is not \
            even looked at, and signatures that are off find nothing.
            """,
        remediation: Remediation(
            "Set the mode to alert and deny; empty the bypass list and the overrides as far as tests allow.",
            command: "az network firewall policy update -g GROUP -n POLICY --idps-mode Deny"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#configure-azure-firewall-premium-for-zero-trust",
        benchmarks: [
            "mcsb": ["NS-4"],
            "policy": ["6484db87-a62d-4327-9f07-80a2cbdf333a", "f516dc7a-4543-4d40-aad6-98f76a706b50"],
            "zta": ["25539"],
            "alz": ["D07.07"],
            "nist-800-53": ["SC-7", "SI-4"],
        ],
        decision: .each { resource, topology in topology.find(FirewallPolicy.self, resource.id).map(judge) },
        examples: [
            .passes(premium(#""intrusionDetection": {"mode": "Deny"}"#)),
            .fails(premium(#""intrusionDetection": {"mode": "Alert"}"#)),
            .fails(
                premium(
                    #""intrusionDetection": {"mode": "Deny", "configuration": {"bypassTrafficSettings": [{"name": "b"}]}}"#
                )
            ),
            .fails(
                premium(
                    """
                    "intrusionDetection": {"mode": "Deny", "configuration": {
                      "signatureOverrides": [{"id": "2024898", "mode": "Off"}]}}
                    """
                )
            ),
            .unknown(premium(#""threatIntelMode": "Deny""#)),
            .notApplicable(FirewallEstate.policy(#""sku": {"tier": "Standard"}"#)),
        ]
    )

    private static func judge(_ policy: FirewallPolicy) -> Judgement {
        if policy.skuTier.is("Standard", "Basic") {
            return .notApplicable(
                "\(policy.name) is of the \(policy.skuTier.value ?? "") tier, which has no detection"
            )
        }
        let mode = policy.intrusionDetectionMode
        let proof = Proof("intrusionDetection.mode", expected: "Deny")
        if let gap = mode.gap("intrusionDetection.mode of \(policy.name)") { return .unknown(gap, proof) }
        guard mode.is("Deny") else {
            return mode.is("Off")
                ? .fail("\(policy.name) looks for no intrusions", proof)
                : .fail("\(policy.name) reports intrusions and lets them pass", proof, severity: .medium)
        }
        let list = "intrusionDetection.configuration"
        let configuration = policy.resource.fields.inner("intrusionDetection").inner("configuration")
        let lists = ["bypassTrafficSettings", "signatureOverrides"].map { configuration.array($0).reason }
        let modes = policy.intrusionDetectionOverrides.map(\.mode.reason)
        if let reason = (lists + modes).lazy.compactMap(\.self).first { return .unknown(reason, Proof(list)) }
        if !policy.intrusionDetectionBypasses.isEmpty {
            let proof = Proof("\(list).bypassTrafficSettings", expected: "empty")
            let count = policy.intrusionDetectionBypasses.count
            return .fail(
                "\(policy.name) does not look at the traffic of \(count) bypass entries",
                proof,
                severity: .medium
            )
        }
        let off = policy.intrusionDetectionOverrides.filter { $0.mode.is("Off") }
        guard off.isEmpty else {
            let proof = Proof("\(list).signatureOverrides", expected: "none that is Off")
            return .fail("\(policy.name) has switched \(off.count) signatures off", proof, severity: .medium)
        }
        return .pass("\(policy.name) denies intrusions", proof)
    }

    private static func premium(_ properties: String) -> String {
        FirewallEstate.policy(#""sku": {"tier": "Premium"}, "# + properties)
    }
}
