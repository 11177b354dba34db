import Topology

extension Control {
    /// E2-07: a Direct circuit is encrypted on the wire or by a tunnel inside.
    package static let directCircuitEncryption = Control(
        id: "E2-07",
        name: "direct-circuit-encryption",
        title: "ExpressRoute Direct circuits are encrypted by MACsec or IPsec",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/expressRouteCircuits"],
        why: """
            Between your edge and Microsoft's a Direct circuit is a plain wire. Either its port encrypts it, \
            or tunnels inside do; where neither is so, whoever has hands on the line reads it.
            """,
        remediation: Remediation(
            "Configure MACsec on both links of the port (E1-14), or run IPsec inside the peering (E2-06).",
            command: """
                az network express-route port link update -g RG --port-name PORT --name LINK \
                --macsec-ckn-secret-identifier CKN_URI --macsec-cak-secret-identifier CAK_URI \
                --macsec-cipher gcm-aes-xpn-256
                """
        ),
        documentation: "https://learn.microsoft.com/azure/expressroute/expressroute-about-encryption",
        benchmarks: [
            "mcsb": ["DP-3", "NS-9"],
            "alz": ["D02.01"],
            "nist-800-53": ["SC-8", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .estate { topology in
            let tunnels = PrivatePeeringTunnel(topology)
            return topology.all(ExpressRouteCircuit.self).compactMap { circuit in
                switch circuit.expressRoutePort {
                case .absent:
                    (circuit.resource, .notApplicable("\(circuit.name) does not run on a Direct port."))
                case .unknown(let reason): (circuit.resource, .unknown(reason, Proof("expressRoutePort")))
                case .set(let port): (circuit.resource, judge(circuit, on: port, in: topology, tunnels))
                }
            }
        },
        examples: [
            .fails(CircuitEstate.direct(secondLink: MACsecLinks.clear("link2"))),
            .passes(CircuitEstate.direct(secondLink: MACsecLinks.keyed("link2"))),
            .unknown(CircuitEstate.directWithoutPort),
            .notApplicable(CircuitEstate.partner),
        ]
    )

    private static func judge(
        _ circuit: ExpressRouteCircuit,
        on port: ResourceID,
        in topology: Topology,
        _ tunnels: PrivatePeeringTunnel
    ) -> Judgement {
        let wire =
            topology.resource(port).map(MACsecLinks.judge)
            ?? .unknown("the input does not hold the port of \(circuit.name)", Proof("expressRoutePort"))
        let connections = tunnels.connections(to: circuit.id).map(tunnels.judge)
        let inside =
            connections.isEmpty
            ? .fail("no tunnel runs inside \(circuit.name)")
            : Judgement.combining(connections, pass: "Tunnels encrypt all that \(circuit.name) carries")
        return .either(
            [wire, inside],
            fail: "\(wire.message); and no tunnel runs inside \(circuit.name)"
        )
    }
}
