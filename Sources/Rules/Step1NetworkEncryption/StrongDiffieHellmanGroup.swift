import Topology

extension Control {
    /// E1-02: the key exchange of a tunnel cannot be broken after the fact.
    package static let strongDiffieHellmanGroup = Control(
        id: "E1-02",
        name: "ike-dh-group",
        title: "IKE phase 1 uses a strong Diffie-Hellman group",
        severity: .high,
        principles: [.assumeBreach],
        types: Tunnel.types,
        why: """
            Groups of 768 and 1024 bits are weak enough that somebody with means who kept a recording of the \
            handshake can work out the key later, and with it everything the tunnel carried.
            """,
        remediation: Remediation(
            "Clear the connection's policy and give it one with the group ECP384, on both sides.",
            command: """
                az network vpn-connection ipsec-policy clear -g RG --connection-name CONNECTION && \
                az network vpn-connection ipsec-policy add -g RG --connection-name CONNECTION --dh-group ECP384 \
                --ike-encryption AES256 --ike-integrity SHA384 --ipsec-encryption GCMAES256 \
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
        decision: .each { resource, topology in ProposalAlgorithm.judge([dhGroup], of: resource, topology) },
        examples: [
            .fails(Example.tunnelEstate(#""ipsecPolicies": [{"dhGroup": "DHGroup2"}]"#)),
            .fails(Example.siteLinkEstate(#""ipsecPolicies": [{"dhGroup": "None"}]"#)),
            .fails(Example.hubGatewayEstate(#""ipsecPolicies": [{"dhGroup": "DHGroup1"}]"#)),
            .passes(Example.tunnelEstate(#""ipsecPolicies": [{"dhGroup": "ecp384"}]"#)),
            .passes(Example.siteLinkEstate(#""ipsecPolicies": [{"dhGroup": "DHGroup14"}]"#)),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": [{"ikeEncryption": "AES256"}]"#)),
            .unknown(
                Example.tunnelEstate(#""ipsecPolicies": [{"dhGroup": {"$symbolic": "[parameters('g')]"}}]"#)
            ),
            .unknown(Example.tunnelEstate(#""ipsecPolicies": []"#)),
            .notApplicable(Example.expressRouteEstate),
        ]
    )

    private static let dhGroup = ProposalAlgorithm(
        property: "dhGroup",
        noun: "Diffie-Hellman group",
        strong: ["DHGroup14", "DHGroup2048", "DHGroup24", "ECP256", "ECP384"],
        weak: ["none": nil, "dhgroup1": nil, "dhgroup2": nil],
        caveats: ["dhgroup24": ", which Microsoft counts as strong and RFC 8247 advises against"]
    )
}
