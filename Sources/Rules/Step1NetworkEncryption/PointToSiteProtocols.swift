import Topology

extension Control {
    /// E1-12: clients dial in by a protocol that lasts.
    package static let pointToSiteProtocols = Control(
        id: "E1-12",
        name: "p2s-protocols",
        title: "Point-to-site offers only OpenVPN and IKEv2",
        severity: .medium,
        principles: [.verifyExplicitly, .assumeBreach],
        types: ["Microsoft.Network/virtualNetworkGateways"],
        why: """
            SSTP is being retired: it can no longer be switched on since 31 March 2026 and stops on 31 March \
            2027. While it is offered, users cannot be signed in by Entra ID alone.
            """,
        remediation: Remediation(
            "Give the clients an OpenVPN profile, then offer OpenVPN alone.",
            command: "az network vnet-gateway update -g RG -n GATEWAY --client-protocol OpenVPN"
        ),
        question: "Which clients still need SSTP, or the IKEv2 client of their system?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, _ in
            let name = resource.name
            let path = "\(DialIn.property).vpnClientProtocols"
            let proof = Proof(path, expected: "OpenVPN, IkeV2")
            return DialIn.judge(resource) { clients in
                let protocols = clients.list("vpnClientProtocols")
                guard let offered = protocols.value, !offered.isEmpty else {
                    return .unknown(
                        protocols.gap(path) ?? "\(name) does not say which protocols it offers",
                        proof
                    )
                }
                let words = offered.map { $0.lowercased() }
                if words.contains("sstp") { return .fail("\(name) still offers SSTP", proof) }
                let odd = zip(offered, words).filter { !["openvpn", "ikev2"].contains($1) }.map(\.0)
                guard odd.isEmpty else {
                    return .unknown(
                        "\(name) offers \(odd.joined(separator: ", ")), unknown to this control",
                        proof
                    )
                }
                return .pass("\(name) offers \(offered.joined(separator: " and "))", proof)
            }
        },
        examples: [
            .fails(DialIn.estate(#""vpnClientProtocols": ["SSTP", "IkeV2"]"#)),
            .passes(DialIn.estate(#""vpnClientProtocols": ["OpenVPN", "IKEv2"]"#)),
            .unknown(DialIn.estate(#""vpnClientAddressPool": {"addressPrefixes": ["172.16.0.0/24"]}"#)),
            .notApplicable(GatewayForVPN.estate(#""vpnType": "RouteBased""#)),
        ]
    )
}
