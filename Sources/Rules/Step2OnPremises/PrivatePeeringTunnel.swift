import Topology

/// Whether an encrypted tunnel runs inside ExpressRoute private peering, beside a connection to a circuit.
struct PrivatePeeringTunnel {
    private let topology: Topology
    private let gateways: [VirtualNetworkGateway]
    private let connections: [Connection]

    init(_ topology: Topology) {
        self.topology = topology
        gateways = topology.all(VirtualNetworkGateway.self)
        connections = topology.all(Connection.self)
    }

    /// The connections that lead to that circuit.
    func connections(to circuit: ResourceID) -> [Connection] {
        connections.filter { $0.connectionType.is("ExpressRoute") && $0.peer.value == circuit }
    }

    /// The tunnels of the VPN gateways that stand in the network of the connection's gateway.
    ///
    /// Nil where the input does not hold that gateway or its place.
    func tunnels(beside connection: Connection) -> [(tunnel: Connection, gateway: VirtualNetworkGateway)]? {
        let gateway = topology.find(VirtualNetworkGateway.self, connection.virtualNetworkGateway1)
        guard let network = gateway?.virtualNetwork else { return nil }
        let candidates = gateways.filter { $0.gatewayType.is("Vpn") && $0.virtualNetwork == network }
        return candidates.flatMap { candidate in
            connections.filter {
                $0.connectionType.is("IPsec") && $0.virtualNetworkGateway1.value == candidate.id
            }
            .map { ($0, candidate) }
        }
    }

    /// Passes where the network of the connection's gateway holds a VPN gateway with a private address, a tunnel
    /// from that address, and a device behind a private address at the other end.
    func judge(_ connection: Connection) -> Judgement {
        let proof = Proof("virtualNetworkGateway1", in: connection.resource)
        guard let tunnels = tunnels(beside: connection) else {
            return .unknown("the input does not hold the gateway of \(connection.name)", proof)
        }
        let missing = "No IPsec tunnel runs inside the private peering of \(connection.name)"
        guard !tunnels.isEmpty else { return .fail(missing, proof) }
        return .either(tunnels.map { judge(tunnel: $0.tunnel, of: $0.gateway) }, fail: missing)
    }

    /// Judges one tunnel of a gateway.
    func judge(tunnel: Connection, of gateway: VirtualNetworkGateway) -> Judgement {
        let site = topology.find(LocalNetworkGateway.self, tunnel.localNetworkGateway2)
        let isPrivate =
            site?.gatewayIPAddress.map(\.isPrivate) ?? .unknown(reason: "the input lacks the site")
        let proofs = [
            Proof("enablePrivateIpAddress", expected: "true", in: gateway.resource),
            Proof("useLocalAzureIpAddress", expected: "true", in: tunnel.resource),
            Proof("gatewayIpAddress", expected: "a private address", in: site?.resource ?? tunnel.resource),
        ]
        let needs = [gateway.enablePrivateIPAddress, tunnel.useLocalAzureIPAddress, isPrivate]
        if let failing = zip(needs, proofs).first(where: { $0.0 == .set(false) }) {
            return .fail("\(tunnel.name) does not run over private addresses", failing.1)
        }
        if let open = zip(needs, proofs).first(where: { $0.0 != .set(true) }) {
            return .unknown("\(tunnel.name): \(open.0.gap(open.1.path) ?? open.1.path)", open.1)
        }
        return Judgement(
            outcome: .pass,
            message: "\(tunnel.name) encrypts inside the private peering",
            evidence: proofs,
            severity: nil
        )
    }
}
