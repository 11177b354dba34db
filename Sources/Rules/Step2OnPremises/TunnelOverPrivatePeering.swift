import Topology

extension Control {
    /// E2-06: a partner's circuit carries nothing in clear.
    package static let tunnelOverPrivatePeering = Control(
        id: "E2-06",
        name: "ipsec-over-expressroute",
        title: "IPsec runs inside the private peering of partner circuits",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/connections"],
        why: """
            ExpressRoute keeps traffic off the internet; it does not encrypt it. On a provider's circuit MACsec \
            is not to be had, so that a tunnel inside the peering is what keeps the provider from reading along.
            """,
        remediation: Remediation(
            """
            Put a VPN gateway into the network of the ExpressRoute gateway, give it a private address, and \
            create a connection that uses it towards a private address of your device.
            """,
            command: """
                az network vnet-gateway update -g RG -n GATEWAY --set enablePrivateIpAddress=true \
                && az network vpn-connection update -g RG -n TUNNEL --set useLocalAzureIpAddress=true
                """
        ),
        question: "Is everything on this circuit encrypted by the applications already?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/site-to-site-vpn-private-peering",
        benchmarks: [
            "mcsb": ["DP-3", "NS-9"],
            "alz": ["D02.02"],
            "nist-800-53": ["SC-8", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .estate { topology in
            let tunnels = PrivatePeeringTunnel(topology)
            return topology.all(Connection.self).filter { $0.connectionType.is("ExpressRoute") }
                .map { ($0.resource, judge($0, in: topology, tunnels)) }
        },
        examples: [
            .fails(CircuitEstate.partner),
            .fails(CircuitEstate.partner(tunnel: "false")),
            .passes(CircuitEstate.partner(tunnel: "true")),
            .unknown(CircuitEstate.partner(tunnel: "null")),
            .unknown(Example.expressRouteEstate),
            .notApplicable(CircuitEstate.direct(secondLink: MACsecLinks.clear("link2"))),
            .notApplicable(Example.tunnelEstate("")),
        ]
    )

    private static func judge(
        _ connection: Connection,
        in topology: Topology,
        _ tunnels: PrivatePeeringTunnel
    ) -> Judgement {
        guard let circuit = topology.find(ExpressRouteCircuit.self, connection.peer) else {
            return .unknown("the input does not hold the circuit of \(connection.name)", Proof("peer"))
        }
        if circuit.expressRoutePort.value != nil {
            return .notApplicable("\(circuit.name) runs on a Direct port, which E2-07 judges.")
        }
        let provider = circuit.resource.fields.object("serviceProviderProperties")
        guard provider.value != nil else {
            return .unknown(
                provider.gap("serviceProviderProperties of \(circuit.name)") ?? "",
                Proof("serviceProviderProperties", in: circuit.resource)
            )
        }
        return tunnels.judge(connection)
    }
}
