import Topology

extension Control {
    /// E2-17: a second way that is encrypted too.
    package static let backupPath = Control(
        id: "E2-17",
        name: "expressroute-backup-path",
        title: "What depends on one ExpressRoute circuit has an encrypted way beside it",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types + Connection.types + ExpressRouteCircuit.types,
        why: """
            A circuit fails as a whole more often than one thinks. If there is no second way that was thought \
            through, one is made up that day, and not with care.
            """,
        remediation: Remediation(
            "Connect a second circuit that ends elsewhere, or a site-to-site tunnel beside the first.",
            command: """
                az network vpn-connection create -g RG -n BACKUP --vnet-gateway1 VPN-GATEWAY \
                --local-gateway2 SITE --shared-key KEY
                """
        ),
        question: "Does the second way reach the same sites, and was it ever tried?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-encryption\
            #step-2-secure-and-verify-communication-from-an-on-premises-network-to-azure-vnets
            """,
        benchmarks: [
            "mcsb": ["NS-9"],
            "alz": ["D06.16", "D06.22"],
            "nist-800-53": ["CA-3", "AC-17", "AC-4"],
        ],
        decision: .estate { topology in
            let tunnels = PrivatePeeringTunnel(topology)
            return GatewayCircuits(topology).judge { judge($0, $1, tunnels, topology) }
        },
        examples: [
            .fails(CircuitEstate.partner),
            .fails(CircuitEstate.partner(tunnel: "true")),
            .fails(CircuitEstate.connected(to: "Amsterdam", "amsterdam")),
            .passes(CircuitEstate.connected(to: "Amsterdam", "Dublin")),
            .passes(
                ExampleRows.estate(
                    String(CircuitEstate.connected(to: "Amsterdam", "").dropFirst().dropLast())
                        .replacing(#""Carrier"}"#, with: #""Carrier"}, \#(direct)"#),
                    ExampleRows.row("expressRoutePorts", "erp", #""peeringLocation": "Dublin""#)
                )
            ),
            .passes(CircuitEstate.partner(tunnel: "false")),
            .unknown(CircuitEstate.connected(to: "Amsterdam", "")),
            .unknown(CircuitEstate.partner(tunnel: #"{"$symbolic": "[parameters('local')]"}"#)),
            .unknown(CircuitEstate.partner.replacing(#""peer""#, with: #""other""#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
            .notApplicable(GatewayForVPN.estate("")),
        ]
    )

    private static let direct = ExampleRows.link("expressRoutePort", "expressRoutePorts", "erp")

    private static func judge(
        _ gateway: VirtualNetworkGateway,
        _ connections: [Connection],
        _ tunnels: PrivatePeeringTunnel,
        _ topology: Topology
    ) -> Judgement {
        guard let first = connections.first else {
            return .notApplicable("No circuit is connected to \(gateway.name).")
        }
        let beside = tunnels.tunnels(beside: first)?.map { tunnel, _ -> Judgement in
            let proof = Proof("useLocalAzureIpAddress", in: tunnel.resource)
            switch tunnel.useLocalAzureIPAddress {
            case .set(true): return .fail("\(tunnel.name) depends on the circuit", proof)
            // Unless it is told to use the private address, a tunnel runs over the internet.
            case .set(false), .absent:
                return .pass("\(tunnel.name) enters the network of \(gateway.name) over the internet", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            }
        }
        let ways = (beside ?? []) + [secondCircuit(connections, topology)]
        let names = Set(connections.compactMap(\.peer.value)).map { String($0.name) }.sorted()
        return .either(ways, fail: "\(gateway.name) has no way beside \(names.joined(separator: " and "))")
    }

    /// Whether the circuits end in different places.
    private static func secondCircuit(_ connections: [Connection], _ topology: Topology) -> Judgement {
        if let open = connections.first(where: { $0.peer.value == nil }) {
            return .unknown(open.peer.gap("circuit of \(open.name)") ?? "", Proof("peer", in: open.resource))
        }
        let links = connections.map { Proof("peer", in: $0.resource) }
        let ids = Set(connections.compactMap(\.peer.value))
        guard ids.count > 1 else { return .fail("there is one circuit", links) }
        let places = ids.map { id -> Setting<String> in
            guard let circuit = topology.find(ExpressRouteCircuit.self, id) else {
                return .unknown(reason: "the input does not hold the circuit \(id.name)")
            }
            let port = topology.find(ExpressRoutePort.self, circuit.expressRoutePort)
            return port?.peeringLocation ?? circuit.peeringLocation
        }
        if Set(places.compactMap { $0.value?.lowercased() }).count > 1 {
            return .pass("The circuits end in different places", links)
        }
        let gap = places.lazy.compactMap { $0.gap("place where a circuit ends") }.first
        return gap.map { .unknown($0, links) } ?? .fail("all circuits end in the same place", links)
    }
}
