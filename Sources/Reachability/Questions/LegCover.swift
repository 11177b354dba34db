import Topology

/// What encrypts one stretch of a way (azure-semantics 6, 8).
struct LegCover {
    typealias Answer = (PathEncryption.Protection, by: ResourceID?, detail: String)

    private let topology: Topology

    init(_ topology: Topology) { self.topology = topology }

    func between(
        _ here: EncryptionWalk.End,
        _ next: EncryptionWalk.End,
        _ hop: NextHop.Kind?,
        _ trace: Trace
    ) -> Answer {
        // A tunnel has its gateway at one end and nothing of Azure's routes in between.
        if let id = here.id, isGateway(id), next.isOnPremises || next.network != here.network {
            return tunnel(id, outside: trace.packet.destination, to: next)
        }
        if here.isOnPremises { return tunnel(next.id, outside: trace.packet.source, to: here) }
        if let id = next.id, let service = service(behind: next, id) { return tls(of: service) }
        if let gateway = topology.find(ApplicationGateway.self, next.id) {
            return listener(of: gateway, trace.packet.destinationPort)
        }
        if here.id == nil || next.id == nil || hop == .internet {
            return (.none, nil, "It crosses the internet, where nothing on the network encrypts it.")
        }
        return inside(here, next)
    }

    // MARK: - Tunnels

    private func isGateway(_ id: ResourceID) -> Bool {
        switch id.type {
        case VirtualNetworkGateway.types[0], VPNGateway.types[0], ExpressRouteGateway.types[0],
            P2SVPNGateway.types[0]:
            true
        default: false
        }
    }

    private func tunnel(_ id: ResourceID?, outside address: IPAddress, to other: EncryptionWalk.End) -> Answer
    {
        guard let id else { return (.unknown, nil, "By what the packet comes in is not in the input.") }
        switch id.type {
        case VPNGateway.types[0], P2SVPNGateway.types[0]:
            return (.ipsec, id, "\(id.displayName) encrypts what its tunnels carry.")
        case ExpressRouteGateway.types[0]:
            return (.unknown, nil, "Which circuit of \(id.displayName) carries it is not followed.")
        default: break
        }
        guard let gateway = topology.find(VirtualNetworkGateway.self, id) else {
            return (.unknown, nil, "\(id.displayName) leads on to tunnels or circuits that are not followed.")
        }
        let connections = topology.all(Connection.self).filter {
            $0.virtualNetworkGateway1.value == id || $0.virtualNetworkGateway2.value == id
        }
        if gateway.gatewayType.is("ExpressRoute") { return circuit(connections) }
        let carrying = connections.first { connection in
            topology.find(LocalNetworkGateway.self, connection.localNetworkGateway2)?.addressSpace.prefixes
                .contains { $0.contains(address) } == true
        }
        if let carrying { return (.ipsec, carrying.id, "Tunnel \(carrying.name) encrypts it by IPsec.") }
        if gateway.vpnClientConfiguration?.addressPool.prefixes.contains(where: { $0.contains(address) })
            == true
        {
            return (.ipsec, id, "\(gateway.name) has a tunnel to each VPN client.")
        }
        return connections.isEmpty
            ? (.unknown, nil, "No connection of \(gateway.name) is in the input.")
            : (.ipsec, id, "Every connection of VPN gateway \(gateway.name) is a tunnel.")
    }

    /// Private peering is in clear; MACsec guards the ports of ExpressRoute Direct alone (azure-semantics 6).
    private func circuit(_ connections: [Connection]) -> Answer {
        let circuits = connections.compactMap(\.peer.value)
        guard !circuits.isEmpty else {
            return (.unknown, nil, "The circuit that carries it is not in the input.")
        }
        let answers = circuits.map { id -> Answer in
            guard let circuit = topology.find(ExpressRouteCircuit.self, id) else {
                return (.unknown, nil, "The input does not hold circuit \(id.name).")
            }
            guard let port = circuit.expressRoutePort.value else {
                guard circuit.expressRoutePort.isAbsent else {
                    return (.unknown, nil, "The port of circuit \(circuit.name) cannot be read.")
                }
                return (.none, nil, "Circuit \(circuit.name) of a provider carries clear text.")
            }
            guard let direct = topology.find(ExpressRoutePort.self, port) else {
                return (.unknown, nil, "The input does not hold port \(port.name).")
            }
            return !direct.links.isEmpty && direct.links.allSatisfy(\.hasMACsec)
                ? (.macsec, direct.id, "MACsec is on at both links of \(direct.name).")
                : (.none, nil, "A link of port \(direct.name) has no MACsec.")
        }
        // Any of the circuits may carry it.
        return answers.first { $0.0 == .none } ?? answers.first { $0.0 == .unknown } ?? answers[0]
    }

    // MARK: - TLS

    private func service(behind end: EncryptionWalk.End, _ id: ResourceID) -> Resource? {
        if case .privateEndpoint(let endpoint)? = end.site?.occupant {
            let found = topology.find(PrivateEndpoint.self, endpoint)
            let connection = (found?.connections ?? []) + (found?.manualConnections ?? [])
            return connection.lazy.compactMap(\.service.value).compactMap { topology.resource($0) }
                .first
        }
        guard end.site == nil, end.network == nil, let resource = topology.resource(id),
            topology.exposure(of: resource) != nil || WebSite.types.contains(resource.type)
        else { return nil }
        return resource
    }

    /// Whether a service refuses clear text (azure-semantics 8.2).
    private func tls(of service: Resource) -> Answer {
        let demands: Setting<Bool> =
            switch service.type {
            case StorageAccount.types[0]: service.fields.flag("supportsHttpsTrafficOnly")
            case WebSite.types[0]: service.fields.flag("httpsOnly")
            case KeyVault.types[0], ContainerRegistry.types[0]: .set(true)
            default: .absent
            }
        switch demands {
        case .set(true): return (.tls, service.id, "\(service.name) refuses clear text.")
        case .set(false): return (.none, nil, "\(service.name) takes clear text too.")
        case .absent, .unknown:
            return (.unknown, nil, "Whether \(service.name) refuses clear text the input does not tell.")
        }
    }

    private func listener(of gateway: ApplicationGateway, _ port: UInt16?) -> Answer {
        let listeners = gateway.httpListeners.filter { listener in
            gateway.frontendPorts.contains { front in
                front.port.value == port.map(Int.init)
                    && (front.id.value.map { ResourceID($0) } == listener.frontendPort.value
                        || front.name.value?.lowercased() == listener.frontendPort.value?.name.lowercased())
            }
        }
        guard let first = listeners.first else {
            return (.unknown, nil, "No listener of \(gateway.name) is on that port.")
        }
        let clear = listeners.first { $0.listenerProtocol.is("Http") }
        if let clear {
            return (.none, nil, "Listener \(clear.name.value ?? "?") of \(gateway.name) takes clear text.")
        }
        return first.listenerProtocol.is("Https")
            ? (.tls, gateway.id, "Listener \(first.name.value ?? "?") of \(gateway.name) takes TLS alone.")
            : (.unknown, nil, "The protocol of listener \(first.name.value ?? "?") cannot be read.")
    }

    // MARK: - Virtual network encryption

    /// Both networks have to encrypt, and both machines have to be able to (azure-semantics 8.1).
    private func inside(_ here: EncryptionWalk.End, _ next: EncryptionWalk.End) -> Answer {
        for end in [here, next] {
            guard let network = end.network, network.type == VirtualNetwork.types[0] else {
                return (
                    .none, nil, "Encryption of virtual networks ends at \(end.id?.displayName ?? "its edge")."
                )
            }
            guard let known = topology.find(VirtualNetwork.self, network) else {
                return (.unknown, nil, "The input does not hold \(network.name).")
            }
            switch known.encryptionEnabled {
            case .set(true): break
            case .set(false), .absent: return (.none, nil, "\(known.name) does not encrypt.")
            case .unknown(let reason):
                return (.unknown, nil, "Encryption of \(known.name) cannot be read: \(reason).")
            }
        }
        for end in [here, next] {
            guard let site = end.site, case .machine(let machine) = site.occupant else {
                return (
                    .unknown, nil, "Whether \(end.id?.displayName ?? "it") can encrypt is not in the input."
                )
            }
            if let refusal = Self.refusal(site, machine, topology) { return refusal }
        }
        return (.virtualNetworkEncryption, here.network, "Both networks encrypt, and both machines can.")
    }

    /// Why a machine cannot, or may not, encrypt; nil for one that can.
    private static func refusal(_ site: Site, _ machine: ResourceID?, _ topology: Topology) -> Answer? {
        switch topology.find(NetworkInterface.self, site.id)?.enableAcceleratedNetworking {
        case .set(true)?: break
        case .set(false)?, .absent?:
            return (.none, nil, "\(site.id.name) has no accelerated networking, which encryption needs.")
        case .unknown?, nil:
            return (.unknown, nil, "Accelerated networking of \(site.id.name) is not in the input.")
        }
        guard let size = topology.find(VirtualMachine.self, machine)?.size.value else {
            return (.unknown, nil, "The size of \(site.owner.name) is not in the input.")
        }
        switch canEncrypt(size) {
        case true?: return nil
        case false?: return (.none, nil, "A machine of size \(size) cannot encrypt.")
        case nil: return (.unknown, nil, "Whether a machine of size \(size) can encrypt is not known.")
        }
    }

    /// The families D, E and M from version 4 on can, older ones and A and B cannot; of others nothing is known
    /// (azure-semantics 8.1).
    private static func canEncrypt(_ size: String) -> Bool? {
        let words = size.lowercased().split(separator: "_")
        guard words.count >= 2, words[0] == "standard", let family = words[1].first else { return nil }
        let version = words.last.flatMap { $0.first == "v" ? Int($0.dropFirst()) : nil } ?? 1
        switch family {
        case "d", "e", "m": return version >= 4
        case "a", "b": return false
        default: return nil
        }
    }
}
