import Topology

extension Control {
    /// E2-21: a circuit is no road between networks.
    package static let circuitsDoNotJoinNetworks = Control(
        id: "E2-21",
        name: "expressroute-vnet-to-vnet",
        title: "Networks that share a circuit do not reach each other through it",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types,
        why: """
            Two networks on one circuit can meet at Microsoft's edge router, where no firewall stands. What was \
            kept apart in the hub is then joined outside of it.
            """,
        remediation: Remediation(
            "Let the gateway take no traffic from other networks and none from Virtual WAN by the circuit.",
            command: """
                az network vnet-gateway update -g RG -n GATEWAY \
                --set allowRemoteVnetTraffic=false allowVirtualWanTraffic=false
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#on-premises-network-boundary
            """,
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "alz": ["D06.24"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            GatewayCircuits(topology).judge { gateway, connections in
                let flags = [
                    ("allowRemoteVnetTraffic", gateway.allowRemoteVirtualNetworkTraffic, "other networks"),
                    ("allowVirtualWanTraffic", gateway.allowVirtualWANTraffic, "Virtual WAN"),
                ]
                let circuits = connections.map { Proof("peer", in: $0.resource) }
                let parts = flags.map { path, flag, who -> Judgement in
                    let proof = Proof(path, expected: "false")
                    switch flag {
                    case .set(true):
                        return .fail(
                            "\(gateway.name) takes traffic of \(who) by its circuit",
                            [proof] + circuits
                        )
                    // Azure leaves the flags out where nobody set them, and refuses the traffic.
                    case .set(false), .absent: return .pass("\(gateway.name) refuses \(who)", proof)
                    case .unknown(let reason): return .unknown(reason, proof)
                    }
                }
                return .combining(parts, pass: "\(gateway.name) takes traffic from its own network alone")
            }
        },
        examples: [
            .fails(gateway(#""allowRemoteVnetTraffic": true, "allowVirtualWanTraffic": false"#)),
            .fails(gateway(#""allowRemoteVnetTraffic": false, "allowVirtualWanTraffic": true"#)),
            .passes(gateway(#""allowRemoteVnetTraffic": false, "allowVirtualWanTraffic": false"#)),
            .passes(GatewayForVPN.expressRouteEstate),
            .unknown(gateway(#""allowRemoteVnetTraffic": {"$symbolic": "[parameters('remote')]"}"#)),
            .unknown(gateway(#""allowVirtualWanTraffic": "maybe""#)),
            .notApplicable(GatewayForVPN.estate(#""allowRemoteVnetTraffic": true"#)),
        ]
    )

    private static func gateway(_ flags: String) -> String {
        GatewayForVPN.expressRouteEstate
            .replacing(#""gatewayType""#, with: #"\#(flags), "gatewayType""#)
    }
}
