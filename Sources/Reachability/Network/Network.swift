package import Topology

/// The estate as packets meet it: what stands where, which routes lead there, which rules are asked.
///
/// A value over a topology; what depends on one subnet or one security group is worked out when first asked for.
package struct Network: Sendable {
    package let topology: Topology
    package let tags: TagAddresses
    let sites: Sites
    let links: [ResourceID: [PeeringLink]]
    let connectedGroups: ConnectedGroups
    /// The gateways of each virtual network.
    let gateways: [ResourceID: [GatewayReach]]
    let adminRules: AdminRules
    let publicEntries: PublicEntries
    let poolMembers: PoolMembers
    let hubs: HubRouting
    /// Empty outside of tests.
    let faults: Faults

    private let environments = Shared<ResourceID, SubnetEnvironment?>()
    private let ruleLists = Shared<RuleListKey, RuleList?>()
    private let firewalls = Shared<ResourceID, FirewallInspection?>()

    /// Faults are for tests alone.
    package init(_ topology: Topology, faults: Faults = []) {
        self.topology = topology
        self.faults = faults
        tags = TagAddresses(topology.serviceTags)
        sites = Sites(topology)
        links = topology.all(VirtualNetwork.self).reduce(into: [:]) { links, network in
            links[network.id] = network.peerings.compactMap { PeeringLink($0, in: topology) }
        }
        connectedGroups = ConnectedGroups(topology, links: links)
        let connections = topology.all(Connection.self)
        gateways = topology.all(VirtualNetworkGateway.self)
            .compactMap { GatewayReach($0, connections, in: topology) }
            .reduce(into: [:]) { $0[$1.network, default: []].append($1) }
        adminRules = AdminRules(topology, tags: tags, faults: faults)
        publicEntries = PublicEntries(topology, sites)
        poolMembers = PoolMembers(topology, sites)
        hubs = HubRouting(topology)
    }

    /// What holds for everything in a subnet; nil for a subnet that the input does not hold.
    package func environment(of subnet: ResourceID) -> SubnetEnvironment? {
        environments.value(for: subnet) {
            topology.find(Subnet.self, subnet).flatMap { RouteSources(self, $0)?.environment }
        }
    }

    /// The rules of a security group in one direction; nil for a group that the input does not hold.
    package func rules(of group: ResourceID, _ direction: SecurityRule.Direction) -> RuleList? {
        ruleLists.value(for: RuleListKey(group: group, direction: direction)) {
            let read = faults.contains(.directionsSwapped) ? direction.opposite : direction
            return topology.find(NetworkSecurityGroup.self, group).map {
                faults.applied(to: RuleList($0, read, tags: tags)).facing(direction)
            }
        }
    }

    /// The rules of an Azure Firewall; nil for one that the input does not hold.
    package func inspection(of firewall: ResourceID) -> FirewallInspection? {
        firewalls.value(for: firewall) {
            topology.find(AzureFirewall.self, firewall).map {
                FirewallInspection($0, in: topology, tags: tags)
            }
        }
    }

    /// The subnet of a virtual network that an address lies in.
    func subnet(at address: IPAddress, in network: ResourceID) -> Subnet? {
        topology.find(VirtualNetwork.self, network)?.subnets.first { subnet in
            subnet.addressPrefixes.prefixes.contains { $0.contains(address) }
        }
    }

    /// The gateways that serve a virtual network: its own, and those of a peer that it uses.
    func gateways(serving network: ResourceID) -> [GatewayReach] {
        let own = gateways[network] ?? []
        guard own.isEmpty else { return own }
        return (links[network] ?? []).filter(\.usesRemoteGateway).flatMap { gateways[$0.remote] ?? [] }
    }

    private struct RuleListKey: Hashable, Sendable {
        let group: ResourceID
        let direction: SecurityRule.Direction
    }
}

extension Network {
    /// The addresses of private endpoints in a virtual network.
    func endpointSites(in network: ResourceID) -> [Site] {
        (topology.find(VirtualNetwork.self, network)?.subnets ?? []).flatMap { sites.sites(in: $0.id) }
            .filter { site in
                if case .privateEndpoint = site.occupant { true } else { false }
            }
    }
}
