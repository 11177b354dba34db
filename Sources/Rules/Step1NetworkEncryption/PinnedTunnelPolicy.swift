import Topology

extension Control {
    /// E1-01: a tunnel says itself which algorithms it accepts.
    package static let pinnedTunnelPolicy = Control(
        id: "E1-01",
        name: "pinned-ipsec-policy",
        title: "Site-to-site and VNet-to-VNet tunnels pin their own IPsec/IKE policy",
        severity: .medium,
        principles: [.verifyExplicitly, .assumeBreach],
        types: ["Microsoft.Network/connections"],
        why: """
            Without a policy the gateway offers its default proposals, which still hold old algorithms for the \
            sake of old devices. What protects the traffic is then decided by whatever stands at the other end.
            """,
        remediation: Remediation(
            "Give the connection one IPsec/IKE policy with current algorithms, the same on both sides.",
            command: """
                az network vpn-connection ipsec-policy add -g RG --connection-name CONNECTION \
                --ike-encryption AES256 --ike-integrity SHA384 --dh-group ECP384 \
                --ipsec-encryption GCMAES256 --ipsec-integrity GCMAES256 --pfs-group ECP384 \
                --sa-lifetime 27000 --sa-max-size 102400000
                """
        ),
        question:
            "Has the device on the other side the same policy, and was the change tried in a quiet hour?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8", "NS-9"],
            "policy": ["50b83b09-03da-41c1-b656-c293c914862b"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, topology in
            Tunnel.judge(resource, topology, pass: "\(resource.name) pins its own IPsec/IKE policy") {
                tunnel in
                let proof = Proof("ipsecPolicies", expected: "at least one policy")
                switch tunnel.fields.array("ipsecPolicies") {
                case .unknown(let reason): return [.unknown(reason, proof)]
                case .set(let policies) where !policies.isEmpty:
                    return [.pass("\(tunnel.name) has a policy", Proof("ipsecPolicies[0]"))]
                case .set, .absent:
                    return [.fail("\(tunnel.name) offers Azure's default proposals", proof)]
                }
            }
        },
        examples: [
            .fails(Example.tunnelEstate(#""ipsecPolicies": []"#)),
            .fails(Example.tunnelEstate("")),
            .passes(
                Example.tunnelEstate(
                    #""ipsecPolicies": [{"ikeEncryption": "AES256", "ikeIntegrity": "SHA384", "dhGroup": "ECP384"}]"#
                )
            ),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": {"$symbolic": "[parameters('policies')]"}"#)),
            .notApplicable(Example.expressRouteEstate),
        ]
    )
}
