import JSON
import Topology

extension Topology {
    /// The networks that answer for others.
    ///
    /// Those with a resolver, and those that hold an address which a network names as its DNS server; absent
    /// where all use Azure's own, which answers each by its own links.
    var resolvingNetworks: Setting<Set<ResourceID>> {
        let networks = all(VirtualNetwork.self)
        let named = networks.map { $0.resource.fields.inner("dhcpOptions").list("dnsServers") }
        if let reason = named.lazy.compactMap(\.reason).first { return .unknown(reason: reason) }
        let servers = Set(named.compactMap(\.value).joined().compactMap { IPAddress($0) })
            .filter { $0.description != "168.63.129.16" }
        let serving = networks.filter { network in
            let space = network.addressSpace.prefixes
            return servers.contains { server in space.contains { $0.contains(server) } }
        }
        let resolvers = all(DNSResolver.self)
        if let reason = resolvers.lazy.compactMap(\.virtualNetwork.reason).first {
            return .unknown(reason: reason)
        }
        let found = Set(serving.map(\.id) + resolvers.compactMap(\.virtualNetwork.value))
        if let server = servers.min(), found.isEmpty {
            return .unknown(reason: "the input does not hold the network of the DNS server \(server)")
        }
        return found.isEmpty ? .absent : .set(found)
    }
}
