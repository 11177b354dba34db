import Topology

extension Control {
    /// E1-07: tunnels speak the second version of the key exchange.
    package static let tunnelsNegotiateIKEv2 = Control(
        id: "E1-07",
        name: "ike-v2",
        title: "Tunnels negotiate IKEv2",
        severity: .medium,
        principles: [.verifyExplicitly, .assumeBreach],
        types: Tunnel.types,
        why: """
            The first version of IKE lives on for devices that know no other. Its suites are those of their \
            time, and the tunnel drops whenever main mode is negotiated anew.
            """,
        remediation: Remediation(
            """
            Create a second connection with connectionProtocol IKEv2, move the traffic over, then delete the \
            old one; the protocol of a connection cannot be changed in place.
            """,
            command: """
                New-AzVirtualNetworkGatewayConnection -ResourceGroupName RG -Name NEW -Location REGION \
                -ConnectionType IPsec -ConnectionProtocol IKEv2 -VirtualNetworkGateway1 $gateway \
                -LocalNetworkGateway2 $site -SharedKey KEY
                """
        ),
        question: "Which device forces IKEv1, and when is it replaced?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, topology in
            Tunnel.judge(resource, topology, pass: "\(resource.name) negotiates IKEv2") { tunnel in
                let property =
                    resource.type == Tunnel.types[0] ? "connectionProtocol" : "vpnConnectionProtocolType"
                let proof = Proof(tunnel.path + property, expected: "IKEv2")
                let setting = tunnel.fields.text(property)
                if setting.is("IKEv2") { return [.pass("\(tunnel.name) negotiates IKEv2", proof)] }
                if setting.is("IKEv1") { return [.fail("\(tunnel.name) negotiates IKEv1", proof)] }
                let gap = setting.gap(property) ?? "\(setting.value ?? "") is no version this control knows"
                return [.unknown("\(tunnel.name): \(gap)", proof)]
            }
        },
        examples: [
            .fails(Example.tunnelEstate(#""connectionProtocol": "IKEv1""#)),
            .fails(Example.siteLinkEstate(#""vpnConnectionProtocolType": "IKEv1""#)),
            .passes(Example.tunnelEstate(#""connectionProtocol": "ikev2""#)),
            .fails(Example.hubGatewayEstate(#""vpnConnectionProtocolType": "IKEv1""#)),
            .passes(Example.siteLinkEstate(#""vpnConnectionProtocolType": "IKEv2""#)),
            .unknown(Example.tunnelEstate("")),
            .notApplicable(Example.expressRouteEstate),
        ]
    )
}
