import Topology

extension Control {
    /// E1-04: no broken cipher, and no tunnel without one.
    package static let modernTunnelCipher = Control(
        id: "E1-04",
        name: "ipsec-cipher",
        title: "No IKE or IPsec proposal holds an obsolete cipher",
        severity: .high,
        principles: [.assumeBreach],
        types: Tunnel.types,
        why: """
            DES can be broken by trying all keys, and 3DES leaks once enough data has gone through one key. \
            A proposal with None is worse than either: the tunnel is up, and all of it can be read.
            """,
        remediation: Remediation(
            "Clear the connection's policy and give it one with AES-256 for IKE and AES-256-GCM for IPsec, on both sides.",
            command: """
                az network vpn-connection ipsec-policy clear -g RG --connection-name CONNECTION && \
                az network vpn-connection ipsec-policy add -g RG --connection-name CONNECTION \
                --ike-encryption AES256 --ike-integrity SHA384 --dh-group ECP384 --ipsec-encryption GCMAES256 \
                --ipsec-integrity GCMAES256 --pfs-group ECP384 --sa-lifetime 27000 --sa-max-size 102400000
                """
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "policy": ["50b83b09-03da-41c1-b656-c293c914862b"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, topology in ProposalAlgorithm.judge(ciphers, of: resource, topology) },
        examples: [
            .fails(
                Example.tunnelEstate(
                    #""ipsecPolicies": [{"ikeEncryption": "AES256", "ipsecEncryption": "None"}]"#
                )
            ),
            .fails(
                Example.siteLinkEstate(
                    #""ipsecPolicies": [{"ikeEncryption": "DES3", "ipsecEncryption": "AES256"}]"#
                )
            ),
            .passes(
                Example.tunnelEstate(
                    #""ipsecPolicies": [{"ikeEncryption": "GCMAES256", "ipsecEncryption": "AES128"}]"#
                )
            ),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": [{"ikeEncryption": "AES256"}]"#)),
            .notApplicable(Example.expressRouteEstate),
        ]
    )

    private static let ciphers = [("ikeEncryption", "IKE cipher"), ("ipsecEncryption", "IPsec cipher")].map {
        ProposalAlgorithm(
            property: $0,
            noun: $1,
            strong: ["AES128", "AES192", "AES256", "GCMAES128", "GCMAES192", "GCMAES256"],
            weak: ["des": nil, "des3": nil, "none": .critical]
        )
    }
}
