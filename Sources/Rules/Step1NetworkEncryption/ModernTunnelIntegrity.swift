import Topology

extension Control {
    /// E1-05: no hash whose collisions are known guards a tunnel.
    package static let modernTunnelIntegrity = Control(
        id: "E1-05",
        name: "ipsec-integrity",
        title: "No IKE or IPsec proposal holds an obsolete integrity algorithm",
        severity: .medium,
        principles: [.assumeBreach],
        types: Tunnel.types,
        why: """
            Collisions for MD5 and SHA-1 can be bought. Their keyed forms hold out longer, but nothing is gained \
            by building on what is already given up.
            """,
        remediation: Remediation(
            "Clear the connection's policy and give it one with SHA-384 for IKE and AES-256-GCM for IPsec, on both sides.",
            command: """
                az network vpn-connection ipsec-policy clear -g RG --connection-name CONNECTION && \
                az network vpn-connection ipsec-policy add -g RG --connection-name CONNECTION \
                --ike-integrity SHA384 --ipsec-integrity GCMAES256 --ipsec-encryption GCMAES256 \
                --ike-encryption AES256 --dh-group ECP384 --pfs-group ECP384 \
                --sa-lifetime 27000 --sa-max-size 102400000
                """
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, topology in ProposalAlgorithm.judge(hashes, of: resource, topology) },
        examples: [
            .fails(
                Example.tunnelEstate(
                    #""ipsecPolicies": [{"ikeIntegrity": "MD5", "ipsecIntegrity": "SHA256"}]"#
                )
            ),
            .fails(
                Example.siteLinkEstate(
                    #""ipsecPolicies": [{"ikeIntegrity": "SHA384", "ipsecIntegrity": "SHA1"}]"#
                )
            ),
            .passes(
                Example.tunnelEstate(
                    #""ipsecPolicies": [{"ikeIntegrity": "SHA384", "ipsecIntegrity": "GCMAES256"}]"#
                )
            ),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": [{"ipsecIntegrity": "GCMAES256"}]"#)),
            .notApplicable(Example.expressRouteEstate),
        ]
    )

    private static let hashes = [
        ProposalAlgorithm(
            property: "ikeIntegrity",
            noun: "IKE integrity algorithm",
            strong: ["SHA256", "SHA384", "GCMAES128", "GCMAES192", "GCMAES256"],
            weak: ["md5": .high, "sha1": nil]
        ),
        ProposalAlgorithm(
            property: "ipsecIntegrity",
            noun: "IPsec integrity algorithm",
            strong: ["SHA256", "GCMAES128", "GCMAES192", "GCMAES256"],
            weak: ["md5": .high, "sha1": nil]
        ),
    ]
}
