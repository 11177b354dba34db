import Topology

extension Control {
    /// E1-03: each phase 2 key is of its own making.
    package static let perfectForwardSecrecy = Control(
        id: "E1-03",
        name: "ipsec-perfect-forward-secrecy",
        title: "Phase 2 negotiates its keys with perfect forward secrecy",
        severity: .medium,
        principles: [.assumeBreach],
        types: Tunnel.types,
        why: """
            Where the keys of phase 2 are derived from that of phase 1, one key that leaks opens all traffic \
            that was ever recorded. A fresh exchange for each of them keeps the damage to one.
            """,
        remediation: Remediation(
            "Clear the connection's policy and give it one with the PFS group ECP384, on both sides.",
            command: """
                az network vpn-connection ipsec-policy clear -g RG --connection-name CONNECTION && \
                az network vpn-connection ipsec-policy add -g RG --connection-name CONNECTION --pfs-group ECP384 \
                --ike-encryption AES256 --ike-integrity SHA384 --dh-group ECP384 --ipsec-encryption GCMAES256 \
                --ipsec-integrity GCMAES256 --sa-lifetime 27000 --sa-max-size 102400000
                """
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, topology in ProposalAlgorithm.judge([pfsGroup], of: resource, topology) },
        examples: [
            .fails(Example.tunnelEstate(#""ipsecPolicies": [{"pfsGroup": "None"}]"#)),
            .fails(Example.siteLinkEstate(#""ipsecPolicies": [{"pfsGroup": "PFS2"}]"#)),
            .passes(Example.tunnelEstate(#""ipsecPolicies": [{"pfsGroup": "PFS2048"}]"#)),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": [{"dhGroup": "ECP384"}]"#)),
            .notApplicable(Example.expressRouteEstate),
        ]
    )

    private static let pfsGroup = ProposalAlgorithm(
        property: "pfsGroup",
        noun: "PFS group",
        strong: ["PFS14", "PFS2048", "PFS24", "PFSMM", "ECP256", "ECP384"],
        weak: ["none": nil, "pfs1": nil, "pfs2": nil],
        caveats: ["pfs24": ", by a group which Microsoft counts as strong and RFC 8247 advises against"]
    )
}
