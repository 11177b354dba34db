import Topology

extension Control {
    /// E1-10: a packet counts once.
    package static let replayProtection = Control(
        id: "E1-10",
        name: "vpn-replay-protection",
        title: "VPN gateways keep replay protection on",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types,
        why: """
            Encrypted packets carry a number so that a recorded one is thrown away when it comes again. With the \
            check off, whoever taps the line can send old packets anew without being able to read them.
            """,
        remediation: Remediation(
            "Switch replay protection on again.",
            command:
                "az network vnet-gateway update -g RG -n GATEWAY --set disableIPSecReplayProtection=false"
        ),
        question: "Who wanted it off, and for which device?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .each { resource, _ in
            GatewayForVPN.judge(resource) { fields in
                let proof = Proof("disableIPSecReplayProtection", expected: "false")
                switch fields.flag("disableIPSecReplayProtection") {
                case .set(true): return .fail("\(resource.name) takes replayed packets", proof)
                // Azure leaves the switch out where nobody touched it, and replay protection is on.
                case .set(false), .absent: return .pass("\(resource.name) drops replayed packets", proof)
                case .unknown(let reason): return .unknown(reason, proof)
                }
            }
        },
        examples: [
            .fails(GatewayForVPN.estate(#""disableIPSecReplayProtection": true"#)),
            .passes(GatewayForVPN.estate(#""disableIPSecReplayProtection": false"#)),
            .passes(GatewayForVPN.estate(#""vpnType": "RouteBased""#)),
            .unknown(
                GatewayForVPN.estate(#""disableIPSecReplayProtection": {"$symbolic": "[parameters('off')]"}"#)
            ),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )
}
