import Topology

extension Control {
    /// E3-08: networks are joined by peering, not by a tunnel between two gateways.
    package static let peeringInsteadOfVPN = Control(
        id: "E3-08",
        name: "vnet-to-vnet-vpn",
        title: "No VPN joins virtual networks where peering would do",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: Connection.types + VirtualNetworkGateway.types,
        why: """
            A tunnel between two gateways encrypts, over public addresses and as fast as its gateways are. It is \
            the rarer way, so its algorithms and its routes are looked at less often than those of peerings.
            """,
        remediation: Remediation(
            "Peer the networks, encrypt both of them, and let the firewall stand between.",
            command: "az network vpn-connection delete -g RG -n CONNECTION"
        ),
        question: "Why was a VPN chosen here?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-encryption\
            #step-3-secure-and-verify-communication-within-and-across-azure-vnets
            """,
        benchmarks: ["mcsb": ["NS-9"], "nist-800-53": ["CA-3", "AC-17", "AC-4"]],
        decision: .estate { topology in
            let connections = topology.all(Connection.self)
            let tunnels = connections.filter { $0.connectionType.is("Vnet2Vnet") }
            let joined = Set(
                tunnels.flatMap { [$0.virtualNetworkGateway1.value, $0.virtualNetworkGateway2.value] }
                    .compactMap(\.self)
            )
            let others = topology.all(VirtualNetworkGateway.self).filter {
                $0.gatewayType.is("Vpn") && !joined.contains($0.id)
            }
            return tunnels.map { ($0.resource, judge($0)) }
                + others.map { gateway in
                    let doubts = connections.compactMap { $0.doubt("Vnet2Vnet", at: gateway) }
                    let message = "No VPN joins the network of \(gateway.name) to another one"
                    return (gateway.resource, .combining(doubts + [.pass(message)], pass: message))
                }
        },
        examples: [
            .fails(ExampleRows.estate(GatewayForVPN.estate(""), tunnel("Vnet2Vnet"))),
            .fails(tunnel("VNET2VNET")),
            .passes(GatewayForVPN.estate("")),
            .passes(SiteEstate.tunnel(to: "10.9.0.0/16")),
            .unknown(
                ExampleRows.estate(
                    GatewayForVPN.estate(""),
                    tunnel("Vnet2Vnet").replacing(#""Vnet2Vnet""#, with: "null")
                )
            ),
            .notApplicable(GatewayForVPN.expressRouteEstate),
            .notApplicable(tunnel("IPsec")),
        ]
    )

    private static func judge(_ tunnel: Connection) -> Judgement {
        let ends = [tunnel.virtualNetworkGateway1, tunnel.virtualNetworkGateway2].map {
            $0.value.map { String($0.name) } ?? "a gateway"
        }
        return .fail(
            "\(tunnel.name) joins the networks of \(ends[0]) and \(ends[1]) by VPN",
            Proof("connectionType", expected: "a peering"),
            Proof("virtualNetworkGateway2"),
            Proof("ipsecPolicies")
        )
    }

    private static func tunnel(_ type: String) -> String {
        Example.tunnelEstate(
            """
            \(ExampleRows.link("virtualNetworkGateway1", "virtualNetworkGateways", "vgw-vpn")),
             \(ExampleRows.link("virtualNetworkGateway2", "virtualNetworkGateways", "vgw-far"))
            """
        )
        .replacing("IPsec", with: type)
    }
}
