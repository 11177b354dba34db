import Topology

extension Control {
    /// E2-22: one gateway, one set of neighbours.
    package static let circuitsOfOneDomain = Control(
        id: "E2-22",
        name: "gateway-circuits",
        title: "The circuits of a gateway belong to one owner",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types + Connection.types,
        why: """
            A gateway with several circuits hands the routes of one on to the networks of the other. Circuits of \
            different owners thereby join environments that nobody meant to join.
            """,
        remediation: Remediation(
            "Give each environment a gateway or a circuit of its own, and remove the connection to the foreign one.",
            command: "az network vpn-connection delete -g RG -n CONNECTION"
        ),
        question: "Which circuit belongs to which environment?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#on-premises-network-boundary
            """,
        benchmarks: [
            "mcsb": ["NS-1"],
            "alz": ["D06.12"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            let all = topology.all(Connection.self)
            return GatewayCircuits(topology).judge { gateway, connections in
                let doubts = all.compactMap { $0.doubt("ExpressRoute", at: gateway) }
                let judgement = judge(gateway, connections)
                return .combining([judgement] + doubts, pass: judgement.message)
            }
        },
        examples: [
            .fails(CircuitEstate.connected(to: "Amsterdam", "Dublin", subscription: "t")),
            .passes(CircuitEstate.connected(to: "Amsterdam", "Dublin")),
            .passes(CircuitEstate.partner),
            .unknown(CircuitEstate.partner.replacing(#""peer""#, with: #""other""#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
            .notApplicable(
                CircuitEstate.connected(to: "Amsterdam").replacing(
                    #""ExpressRoute", "ip"#,
                    with: #""Vpn", "ip"#
                )
            ),
        ]
    )

    private static func judge(_ gateway: VirtualNetworkGateway, _ connections: [Connection]) -> Judgement {
        guard !connections.isEmpty else {
            return .notApplicable("No circuit is connected to \(gateway.name).")
        }
        if let open = connections.first(where: { $0.peer.value == nil }) {
            return .unknown(open.peer.gap("circuit of \(open.name)") ?? "", Proof("peer", in: open.resource))
        }
        let circuits = Set(connections.compactMap(\.peer.value))
        let owners = Set(circuits.map { $0.subscription?.lowercased() ?? "" })
        let links = connections.map { Proof("peer", expected: "circuits of one owner", in: $0.resource) }
        let names = circuits.map { String($0.name) }.sorted().joined(separator: " and ")
        return owners.count > 1
            ? .fail("\(gateway.name) joins \(names), which lie in \(owners.count) subscriptions", links)
            : .pass("\(gateway.name) is connected to \(names)", links)
    }
}
