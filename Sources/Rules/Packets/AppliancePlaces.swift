import Topology

/// At which private addresses something stands that packets can be handed to.
struct AppliancePlaces {
    private let layout: NetworkLayout
    private let byNetwork: [ResourceID: Set<IPAddress>]
    /// The firewalls of virtual hubs, which every network connected to one reaches.
    private let hubFirewalls: Set<IPAddress>

    init(_ layout: NetworkLayout) {
        self.layout = layout
        let topology = layout.topology
        var found: [ResourceID: Set<IPAddress>] = [:]
        func add(_ address: Setting<IPAddress>, _ subnet: Setting<ResourceID>) {
            guard let address = address.value, let network = subnet.value?.parent else { return }
            found[network, default: []].insert(address)
        }
        for interface in topology.all(NetworkInterface.self) {
            for place in interface.ipConfigurations { add(place.privateIPAddress, place.subnet) }
        }
        for firewall in topology.all(AzureFirewall.self) {
            for place in firewall.ipConfigurations { add(place.privateIPAddress, place.subnet) }
        }
        for balancer in topology.all(LoadBalancer.self) {
            for front in balancer.frontends { add(front.privateIPAddress, front.subnet) }
        }
        byNetwork = found
        hubFirewalls = Set(topology.all(AzureFirewall.self).compactMap(\.hubPrivateIPAddress.value))
    }

    /// Whether something stands at an address in the network or in one it is peered with (azure-semantics 3.3).
    func holds(_ address: IPAddress, near network: VirtualNetwork) -> Setting<Bool> {
        let live = layout.livePeerings(of: network)
        let near = [network.id] + live.compactMap(\.remoteVirtualNetwork.value)
        if near.contains(where: { byNetwork[$0]?.contains(address) == true })
            || hubFirewalls.contains(address)
        {
            return .set(true)
        }
        if let reason = live.lazy.compactMap(\.remoteVirtualNetwork.reason).first {
            return .unknown(reason: reason)
        }
        if let missing = near.first(where: { layout.network($0) == nil }) {
            return .unknown(
                reason: "the input does not hold \(missing.name), where the next hop \(address) may stand"
            )
        }
        return .set(false)
    }
}
