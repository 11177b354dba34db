import Reachability
import Topology

/// Where the DNS servers stand that networks name.
struct NameServers {
    let tracer: Tracer
    var topology: Topology { tracer.network.topology }
    /// The networks in whose address space each server's address lies.
    private let holders: [String: [VirtualNetwork]]

    init(_ tracer: Tracer) {
        self.tracer = tracer
        let networks = tracer.network.topology.all(VirtualNetwork.self)
        let named = Set(networks.flatMap(\.dnsServers).filter(Self.isOwn))
        holders = named.reduce(into: [:]) { found, server in
            guard let address = IPAddress(server) else { return }
            found[server] = networks.filter { network in
                network.addressSpace.prefixes.contains { $0.contains(address) }
            }
        }
    }

    /// Whether it is no resolver of the internet and not Azure's own; what is no address may be one of one's own.
    static func isOwn(_ server: String) -> Bool {
        guard let address = IPAddress(server) else { return true }
        return address.isPrivate
    }

    /// The place of a server as a network reaches it: in itself, in a peer, elsewhere in the estate, else on-premises.
    ///
    /// - Returns: Nil where a network holds the address and it cannot be said what stands there.
    func place(of server: String, near network: VirtualNetwork) -> Endpoint? {
        guard let address = IPAddress(server) else { return nil }
        let all = holders[server, default: []]
        let near = Set([network.id] + network.peerings.compactMap(\.remoteVirtualNetwork.value))
        guard let holder = all.first(where: { near.contains($0.id) }) ?? all.first else {
            return .onPremises(address)
        }
        return try? EndpointResolver(tracer.network).resolve("ip:\(holder.name)/\(server)")
    }
}
