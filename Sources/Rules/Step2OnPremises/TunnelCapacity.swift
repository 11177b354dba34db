import Topology

extension Control {
    /// E2-09: encryption that is no bottleneck, so that nobody leaves it out.
    package static let tunnelCapacity = Control(
        id: "E2-09",
        name: "tunnel-bandwidth",
        title: "The tunnels inside a circuit carry as much as the circuit",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: Connection.types + VirtualNetworkGateway.types + ExpressRouteCircuit.types,
        why: """
            A gateway encrypts only so much a second. Where the circuit is faster, sooner or later somebody routes \
            the heavy traffic past the tunnel, in clear.
            """,
        remediation: Remediation(
            "Resize the VPN gateway, make it active-active, or add tunnels.",
            command: "az network vnet-gateway update -g RG -n GATEWAY --sku VpnGw3AZ"
        ),
        question: "How much runs over the circuit at its busiest?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-encryption\
            #step-2-secure-and-verify-communication-from-an-on-premises-network-to-azure-vnets
            """,
        benchmarks: ["mcsb": ["NS-9"], "nist-800-53": ["CA-3", "AC-17", "AC-4"]],
        decision: .estate { topology in
            let tunnels = PrivatePeeringTunnel(topology)
            return topology.all(Connection.self).filter { $0.connectionType.is("ExpressRoute") }
                .map { ($0.resource, judge($0, tunnels, topology)) }
        },
        examples: [
            .fails(sized(#""sku": {"name": "VpnGw1AZ"}, "activeActive": true"#)),
            .fails(
                sized(#""sku": {"tier": "VpnGw2"}, "vpnGatewayGeneration": "Generation1""#, circuit: 1_200)
            ),
            .fails(sized(#""sku": {"name": "VpnGw5"}, "activeActive": false"#, circuit: 2_000)),
            .passes(sized(#""sku": {"name": "VpnGw3"}, "activeActive": false"#)),
            .passes(sized(#""sku": {"name": "VpnGw5"}, "activeActive": true"#, circuit: 2_000)),
            .passes(
                sized(
                    #""sku": {"name": "VpnGw2AZ"}, "vpnGatewayGeneration": "Generation2", "activeActive": true"#,
                    circuit: 1_200
                )
            ),
            .unknown(sized(#""sku": {"name": "VpnGw2AZ"}, "activeActive": true"#, circuit: 1_200)),
            .unknown(sized(#""sku": {"name": "VpnGw5"}"#, circuit: 2_000)),
            .unknown(sized(#""sku": {"name": "VpnGw9"}"#)),
            .unknown(sized("")),
            .unknown(
                sized(#""sku": {"name": "VpnGw3"}"#).replacing(#""bandwidthInMbps": 1000"#, with: #""x": 1"#)
            ),
            .unknown(CircuitEstate.partner(tunnel: "null")),
            .unknown(Example.expressRouteEstate),
            .notApplicable(CircuitEstate.partner),
            .notApplicable(CircuitEstate.partner(tunnel: "false")),
            .notApplicable(Example.tunnelEstate("")),
        ]
    )

    /// What one tunnel carries at most, in Mbit/s, whatever the gateway could.
    private static let perTunnel = 1_000
    /// What a gateway encrypts in all, in Mbit/s, of either generation.
    private static let throughput = [
        "basic": [100, 100], "vpngw1": [650, 650], "vpngw2": [1_000, 1_250], "vpngw3": [1_250, 2_500],
        "vpngw4": [5_000, 5_000], "vpngw5": [10_000, 10_000],
    ]

    private static func judge(
        _ connection: Connection,
        _ tunnels: PrivatePeeringTunnel,
        _ topology: Topology
    ) -> Judgement {
        let gateway = Proof("virtualNetworkGateway1")
        guard let beside = tunnels.tunnels(beside: connection) else {
            return .unknown("the input does not hold the gateway of \(connection.name)", gateway)
        }
        let judged = beside.map { ($0, tunnels.judge(tunnel: $0.tunnel, of: $0.gateway)) }
        let inside = judged.filter { $1.outcome == .pass }.map(\.0)
        guard let first = inside.first else {
            return judged.first { $1.outcome == .unknown }?.1
                ?? .notApplicable("No tunnel runs inside the circuit of \(connection.name) (E2-06).")
        }
        guard let circuit = topology.find(ExpressRouteCircuit.self, connection.peer) else {
            return .unknown("the input does not hold the circuit of \(connection.name)", Proof("peer"))
        }
        let speed = circuit.bandwidth
        return speed.setting.judged(by: speed.proof, of: circuit.name) { wanted in
            judge(first.gateway, carrying: inside.count, wanted: wanted, of: circuit, speed.proof)
        }
    }

    private static func judge(
        _ gateway: VirtualNetworkGateway,
        carrying connections: Int,
        wanted: Int,
        of circuit: ExpressRouteCircuit,
        _ speed: Proof
    ) -> Judgement {
        let sku = gateway.skuName.value == nil ? gateway.skuTier : gateway.skuName
        let size = Proof(gateway.skuName.value == nil ? "sku.tier" : "sku.name", in: gateway.resource)
        return sku.judged(by: size, of: gateway.name) { word in
            let plain =
                word.lowercased().hasSuffix("az") ? String(word.lowercased().dropLast(2)) : word.lowercased()
            guard let speeds = throughput[plain] else {
                return .unknown(
                    "\(gateway.name) is a \(word) gateway, which this control does not know",
                    size
                )
            }
            let generation = Proof("vpnGatewayGeneration", in: gateway.resource)
            let instances = Proof("activeActive", expected: "true", in: gateway.resource)
            let proofs = [size, generation, instances, speed]
            let isSecond: [Bool] =
                gateway.generation.value == nil ? [false, true] : [gateway.generation.is("Generation2")]
            let isDouble = gateway.activeActive.value.map { [$0] } ?? [false, true]
            let capacities = isSecond.flatMap { second in
                isDouble.map { min(speeds[second ? 1 : 0], connections * ($0 ? 2 : 1) * perTunnel) }
            }
            let least = capacities.min() ?? 0
            let most = capacities.max() ?? 0
            if least >= wanted {
                return .pass(
                    "The tunnels inside \(circuit.name) carry \(least) Mbit/s, the circuit \(wanted)",
                    proofs
                )
            }
            if most < wanted {
                return .fail(
                    "The tunnels inside \(circuit.name) carry \(most) Mbit/s, the circuit \(wanted)",
                    proofs
                )
            }
            let gap =
                gateway.generation.gap("generation of \(gateway.name)")
                ?? gateway.activeActive.gap("activeActive of \(gateway.name)")
            return .unknown(gap ?? "", proofs)
        }
    }

    private static func sized(_ gateway: String, circuit: Int = 1_000) -> String {
        let more = gateway.isEmpty ? "" : "\(gateway), "
        return CircuitEstate.partner(tunnel: "true")
            .replacing(#""gatewayType": "Vpn","#, with: #"\#(more)"gatewayType": "Vpn","#)
            .replacing(#""bandwidthInMbps": 1000"#, with: #""bandwidthInMbps": \#(circuit)"#)
    }
}

extension ExpressRouteCircuit {
    /// How fast it is, in Mbit/s, and where that is written; on a Direct port it is in Gbit/s.
    fileprivate var bandwidth: (setting: Setting<Int>, proof: Proof) {
        if expressRoutePort.value != nil {
            let path = "bandwidthInGbps"
            return (resource.fields.number(path).map { $0 * 1_000 }, Proof(path, in: resource))
        }
        return (bandwidthInMbps, Proof("serviceProviderProperties.bandwidthInMbps", in: resource))
    }
}
