import Topology

extension Control {
    /// E2-08: a circuit into a virtual hub carries nothing in clear.
    package static let hubCircuitEncryption = Control(
        id: "E2-08",
        name: "vwan-expressroute-encryption",
        title: "ExpressRoute into a virtual hub carries an encrypted tunnel or runs on an encrypted port",
        severity: .medium,
        principles: [.assumeBreach],
        types: ExpressRouteConnection.types + ExpressRouteGateway.types + VPNConnection.types,
        why: """
            The ExpressRoute gateway of a hub passes packets on as they come. What the site did not encrypt, the \
            provider and everybody on the way can read.
            """,
        remediation: Remediation(
            """
            Connect the site to the hub's VPN gateway over the private address of ExpressRoute; with routing \
            intent also let the two private addresses through the firewall. Or configure MACsec on the port (E1-14).
            """,
            command: """
                az network vpn-gateway connection update -g RG --gateway-name VPN-GATEWAY -n TUNNEL \
                --set vpnLinkConnections[0].useLocalAzureIpAddress=true
                """
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
        benchmarks: [
            "mcsb": ["DP-3", "NS-9"],
            "nist-800-53": ["SC-8", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .estate { topology in
            topology.all(ExpressRouteGateway.self).flatMap { gateway -> [(Resource, Judgement)] in
                let connections = gateway.connections.map { connection in
                    let ways = [wire(of: connection, topology), tunnel(beside: gateway, topology)]
                    let message =
                        "\(connection.name) carries clear text: its circuit has no MACsec, and its hub no tunnel inside"
                    return (connection.resource, Judgement.either(ways, fail: message))
                }
                let known = Set(gateway.connections.map(\.id))
                let lost = gateway.resource.fields.references("expressRouteConnections").first {
                    !known.contains($0)
                }
                guard let lost else { return connections }
                let gap = "the input does not hold the connection \(lost.name)"
                return connections + [(gateway.resource, .unknown(gap, Proof("expressRouteConnections")))]
            }
        },
        examples: [
            .fails(HubCircuitEstate.estate(HubCircuitEstate.provider)),
            .fails(
                HubCircuitEstate.estate(HubCircuitEstate.provider, HubCircuitEstate.tunnel(inside: "false"))
            ),
            .fails(HubCircuitEstate.estate(HubCircuitEstate.onPort(MACsecLinks.clear("link1")))),
            .fails(
                HubCircuitEstate.estate(
                    HubCircuitEstate.provider,
                    HubCircuitEstate.tunnel(inside: "true", hub: "other")
                )
            ),
            .passes(
                HubCircuitEstate.estate(HubCircuitEstate.provider, HubCircuitEstate.tunnel(inside: "true"))
            ),
            .passes(HubCircuitEstate.estate(HubCircuitEstate.onPort(MACsecLinks.keyed("link1")))),
            .passes(
                HubCircuitEstate.estate(
                    HubCircuitEstate.provider,
                    HubCircuitEstate.tunnel(inside: "false")
                        .replacing(#""vpnLink"#, with: #""useLocalAzureIpAddress": true, "oldLink"#)
                )
            ),
            .unknown(HubCircuitEstate.estate()),
            .unknown(HubCircuitEstate.estate(HubCircuitEstate.direct)),
            .unknown(
                HubCircuitEstate.estate(HubCircuitEstate.provider, HubCircuitEstate.tunnel(inside: "null"))
            ),
            .unknown(HubCircuitEstate.estate(HubCircuitEstate.provider, HubCircuitEstate.lostTunnel)),
            .unknown(HubCircuitEstate.gatewayAlone),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    /// Whether the circuit runs on a port that encrypts.
    private static func wire(of connection: ExpressRouteConnection, _ topology: Topology) -> Judgement {
        let proof = Proof("expressRouteCircuitPeering", in: connection.resource)
        guard let circuit = topology.find(ExpressRouteCircuit.self, connection.circuitPeering.value?.parent)
        else {
            let gap = connection.circuitPeering.gap("circuit of \(connection.name)")
            return .unknown(gap ?? "the input does not hold the circuit of \(connection.name)", proof)
        }
        let port = Proof("expressRoutePort", in: circuit.resource)
        switch circuit.expressRoutePort {
        case .absent: return .fail("\(circuit.name) is a provider's circuit", proof, port)
        case .unknown(let reason): return .unknown(reason, port)
        case .set(let id):
            return topology.resource(id).map(MACsecLinks.judge)
                ?? .unknown("the input does not hold the port of \(circuit.name)", port)
        }
    }

    /// Whether a tunnel of the same hub uses the hub's private address, which leads it over ExpressRoute.
    private static func tunnel(beside gateway: ExpressRouteGateway, _ topology: Topology) -> Judgement {
        let proof = Proof("virtualHub", in: gateway.resource)
        guard let hub = gateway.virtualHub.value else {
            return .unknown(gateway.virtualHub.gap("hub of \(gateway.name)") ?? "", proof)
        }
        let neighbours = topology.all(VPNGateway.self).filter { $0.virtualHub.value == hub }
        let lost = neighbours.flatMap { neighbour in
            let known = Set(neighbour.connections.map(\.id))
            return neighbour.resource.fields.references("connections").filter { !known.contains($0) }
        }
        let judged = neighbours.flatMap(\.connections).flatMap { connection in
            let inner = connection.links.enumerated().map { index, link in
                ("vpnLinkConnections[\(index)].useLocalAzureIpAddress", link.useLocalAzureIPAddress)
            }
            let outer = ("useLocalAzureIpAddress", connection.useLocalAzureIPAddress)
            return (inner.isEmpty ? [outer] : inner).map { path, usesPrivate -> Judgement in
                let flag = Proof(path, expected: "true", in: connection.resource)
                return usesPrivate.judged(by: flag, of: connection.name) {
                    $0
                        ? .pass("\(connection.name) encrypts inside the circuit", flag)
                        : .fail("\(connection.name) runs over the internet", flag)
                }
            }
        }
        let gaps = lost.map { Judgement.unknown("the input does not hold the connection \($0.name)", proof) }
        return .either(judged + gaps, fail: "no tunnel of its hub runs inside the circuit")
    }
}
