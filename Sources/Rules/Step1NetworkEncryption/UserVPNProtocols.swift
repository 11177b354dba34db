import Topology

extension Control {
    /// E1-13: what users of a Virtual WAN dial in with.
    package static let userVPNProtocols = Control(
        id: "E1-13",
        name: "vwan-user-vpn-protocols",
        title: "User VPN of a Virtual WAN offers only OpenVPN and IKEv2",
        severity: .low,
        tier: .extended,
        principles: [.verifyExplicitly, .assumeBreach],
        types: VPNServerConfiguration.types,
        why: """
            The gateway for users of a virtual hub knows two protocols, both encrypted. A configuration that names \
            none or another one was not made for it, and nobody can say what clients get.
            """,
        remediation: Remediation(
            "Let the configuration offer OpenVPN.",
            command: "az network vpn-server-config set -g RG -n CONFIGURATION --protocols OpenVPN"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-5-review-your-encryption",
        benchmarks: [
            "mcsb": ["DP-3", "NS-9"],
            "nist-800-53": ["SC-8", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, _ in
            let proof = Proof("vpnProtocols", expected: "OpenVPN, IkeV2")
            return resource.fields.list("vpnProtocols").judged(by: proof, of: resource.name) { protocols in
                guard !protocols.isEmpty else { return .fail("\(resource.name) names no protocol", proof) }
                let odd = protocols.filter { !["openvpn", "ikev2"].contains($0.lowercased()) }
                guard odd.isEmpty else {
                    return .fail("\(resource.name) offers \(odd.joined(separator: ", "))", proof)
                }
                return .pass(
                    "\(resource.name) offers \(protocols.joined(separator: " and "))",
                    proof,
                    Proof("vpnAuthenticationTypes")
                )
            }
        },
        examples: [
            .fails(UserVPNEstate.configuration(#""vpnProtocols": ["OpenVPN", "SSTP"]"#)),
            .fails(UserVPNEstate.configuration(#""vpnProtocols": []"#)),
            .passes(UserVPNEstate.configuration(#""vpnProtocols": ["openvpn"]"#)),
            .passes(UserVPNEstate.configuration(#""vpnProtocols": ["IkeV2", "OpenVPN"]"#)),
            .unknown(UserVPNEstate.configuration("")),
            .unknown(UserVPNEstate.configuration(#""vpnProtocols": ["OpenVPN", {"$symbolic": "[x]"}]"#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )
}
