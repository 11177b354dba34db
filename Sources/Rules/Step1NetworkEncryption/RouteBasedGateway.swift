import Topology

extension Control {
    /// E1-08: VPN gateways decide by routes, not by policies.
    package static let routeBasedGateway = Control(
        id: "E1-08",
        name: "vpn-route-based",
        title: "VPN gateways are route-based",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworkGateways"],
        why: """
            A policy-based gateway knows IKEv1 alone, a single tunnel and few algorithms: none of the stronger \
            settings can be asked of it.
            """,
        remediation: Remediation(
            "The type of a gateway is fixed: create a route-based one and move the connections to it.",
            command: """
                az network vnet-gateway create -g RG -n GATEWAY --vnet VNET --public-ip-addresses ADDRESS \
                --gateway-type Vpn --vpn-type RouteBased --sku VpnGw2AZ
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-legacy\
            #step-3-review-your-hybrid-connectivity-services
            """,
        benchmarks: [
            "mcsb": ["NS-8", "NS-9"],
            "nist-800-53": ["CM-2", "CM-6", "CM-7", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, _ in
            GatewayForVPN.judge(resource) { fields in
                let proof = Proof("vpnType", expected: "RouteBased")
                let type = fields.text("vpnType")
                if type.is("RouteBased") { return .pass("\(resource.name) is route-based", proof) }
                if type.is("PolicyBased") { return .fail("\(resource.name) is policy-based", proof) }
                return .unknown(
                    type.gap("vpnType") ?? "\(type.value ?? "") is no type this control knows",
                    proof
                )
            }
        },
        examples: [
            .fails(GatewayForVPN.estate(#""vpnType": "PolicyBased""#)),
            .passes(GatewayForVPN.estate(#""vpnType": "routebased""#)),
            .unknown(GatewayForVPN.estate(#""vpnType": {"$symbolic": "[parameters('vpnType')]"}"#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )
}
