import Topology

extension Control {
    /// E1-20: what no export shows, how good the shared key of a tunnel is.
    package static let sharedKeyRotation = Control(
        id: "E1-20",
        name: "vpn-shared-key",
        title: "Shared keys of tunnels are strong and rotated",
        severity: .info,
        principles: [.verifyExplicitly],
        types: ["Microsoft.Network/connections"],
        why: """
            Two sites that share a key prove nothing but that they know it: whoever has it is the branch. \
            Azure does not hand it out, so its length, its holders and its age have to be asked for.
            """,
        remediation: Remediation(
            "Set a long random key on both sides and renew it on a schedule, or authenticate by certificate.",
            command: """
                az network vpn-connection shared-key reset -g RG --connection-name CONNECTION --key-length 64
                """
        ),
        question: "How long is the key, who holds it, and when was it last rotated?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-networking-encryption#ipsec",
        benchmarks: [
            "mcsb": ["DP-6", "IM-3"],
            "nist-800-53": ["IA-5", "SC-12", "SC-28", "AC-2", "AC-3", "IA-4", "IA-9"],
        ],
        decision: .each { resource, _ in
            let type = resource.fields.text("connectionType")
            if let gap = type.gap("connectionType") { return .unknown(gap, Proof("connectionType")) }
            guard type.is("IPsec") else { return nil }
            let proof = Proof("authenticationType")
            if resource.fields.text("authenticationType").is("Certificate") {
                return .notApplicable("\(resource.name) authenticates by certificate.")
            }
            return .ask(
                "How long is the shared key of \(resource.name), who holds it, and when was it last rotated?",
                proof
            )
        },
        examples: [
            .asks(Example.tunnelEstate(#""authenticationType": "PSK""#)),
            .asks(Example.tunnelEstate("")),
            .notApplicable(Example.tunnelEstate(#""authenticationType": "Certificate""#)),
            .notApplicable(Example.expressRouteEstate),
            .unknown(Example.tunnelEstate("").replacing(#""IPsec""#, with: "null")),
        ]
    )
}
