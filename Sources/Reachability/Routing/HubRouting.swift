import Topology

/// The virtual hubs of Virtual WANs: who is connected where and what each route table leads to (azure-semantics 5).
struct HubRouting: Sendable {
    /// A route of a hub's table.
    struct Entry: Sendable {
        let prefix: AddressPrefix
        let hop: Hop
        let isStatic: Bool
        let name: String?
    }

    /// Where a hub sends packets on.
    enum Hop: Sendable, Hashable {
        case network(ResourceID)
        /// An appliance in a connected network.
        case appliance(IPAddress, in: ResourceID)
        case firewall(ResourceID)
        case hub(ResourceID)
        /// A site, a circuit or clients behind a gateway of the hub.
        case branch(ResourceID)
    }

    /// One hub.
    struct Hub: Sendable {
        let id: ResourceID
        let wan: ResourceID?
        let isBasic: Bool
        let joinsBranches: Bool
        let firewall: ResourceID?
        /// The appliance of the routing intent for private traffic and for the internet.
        let privateAppliance: ResourceID?
        let internetAppliance: ResourceID?
        let connections: [HubVirtualNetworkConnection]
        /// The table that a connection names.
        let tableOf: [ResourceID: ResourceID]
        let tables: [HubRouteTable]
        /// The prefixes behind each gateway of the hub.
        let branches: [(gateway: ResourceID, prefixes: [AddressPrefix])]
        /// Whether more is learned by BGP: over ExpressRoute always.
        let learnsMore: Bool

        /// The table in which a connection looks up; the default one where nothing else is said.
        func table(of connection: ResourceID?) -> ResourceID {
            guard privateAppliance == nil, let connection else { return defaultTable }
            return tableOf[connection] ?? defaultTable
        }

        let defaultTable: ResourceID
    }

    private let hubs: [ResourceID: Hub]
    private let connectionOf: [ResourceID: (hub: ResourceID, connection: HubVirtualNetworkConnection)]
    private let topology: Topology
    private let tables = Shared<ResourceID, HubTable>()

    init(_ topology: Topology) {
        self.topology = topology
        let firewalls = topology.all(AzureFirewall.self)
        let found = topology.all(VirtualHub.self).filter { !$0.isRouteServer }.map { hub in
            Self.hub(hub, topology, firewalls)
        }
        hubs = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        connectionOf = found.reduce(into: [:]) { known, hub in
            for connection in hub.connections {
                if let network = connection.remoteVirtualNetwork.value {
                    known[network] = (hub.id, connection)
                }
            }
        }
    }

    func hub(_ id: ResourceID) -> Hub? { hubs[id] }

    /// Every hub, in the order of ids.
    var all: [Hub] { hubs.values.sorted { $0.id.text < $1.id.text } }

    /// The hub a virtual network is connected to.
    func hub(of network: ResourceID) -> ResourceID? { connectionOf[network]?.hub }

    /// Whether a hub has a branch whose listed prefixes hold an address.
    func isBranch(_ address: IPAddress) -> Bool {
        hubs.values.contains { hub in
            hub.branches.contains { $0.prefixes.contains { $0.contains(address) } }
        }
    }

    /// The hubs to whose branches an address belongs; those that learn more by BGP where none lists it.
    func branchHubs(of address: IPAddress) -> [ResourceID] {
        let all = hubs.values.sorted { $0.id.text < $1.id.text }
        let listed = all.filter { hub in
            hub.branches.contains { $0.prefixes.contains { $0.contains(address) } }
        }
        return (listed.isEmpty ? all.filter(\.learnsMore) : listed).map(\.id)
    }

    /// What a virtual network learns from its hub.
    func routes(to network: ResourceID) -> [RouteEntry] {
        guard let (id, connection) = connectionOf[network], let hub = hubs[id] else { return [] }
        let hop = NextHop.hub(id, connection: connection.id)
        func entry(_ prefix: AddressPrefix, _ name: String?) -> RouteEntry {
            RouteEntry(prefix, hop, .gateway, resource: id, name: name ?? String(id.name))
        }
        // An intent for private traffic announces its own prefixes and keeps those of the connections to itself.
        let table = table(hub.table(of: connection.id), of: hub)
        var routes = table.entries
            .filter { $0.hop != .network(network) && !$0.prefix.isEverything }
            .filter { hub.privateAppliance == nil || $0.isStatic }
            .map { entry($0.prefix, $0.name) }
        if hub.privateAppliance != nil {
            routes += Self.privateSpace.map { entry($0, "_policy_PrivateTraffic") }
        }
        // The default route stays in its hub, and a connection takes it only where it says so.
        let offersInternet =
            hub.internetAppliance != nil
            || table.entries.contains { $0.prefix.isEverything && $0.isStatic }
        if offersInternet, connection.enableInternetSecurity != .set(false) {
            routes += ["0.0.0.0/0"].compactMap { AddressPrefix($0) }.map {
                entry($0, "_policy_PublicTraffic")
            }
        }
        return routes
    }

    /// What of its own a hub delivers to for another hub whose table named it, though its own default table does not.
    func arrival(at hub: Hub, of destination: inout Probe.Field<UInt128>) -> Entry? {
        let networks = hub.connections.compactMap(\.remoteVirtualNetwork.value).flatMap { network in
            (topology.find(VirtualNetwork.self, network)?.addressSpace.prefixes ?? []).map { prefix in
                Entry(prefix: prefix, hop: .network(network), isStatic: false, name: nil)
            }
        }
        return networks.first { destination.isIn(AddressSet([$0.prefix])) }
    }

    static let privateSpace = AddressPrefix.privateRanges.filter { $0.version == .v4 && $0.length != 10 }

    // MARK: - Tables

    /// All routes of a table: the longest prefix first, of two a static route before a learned one.
    func table(_ table: ResourceID, of hub: Hub) -> HubTable {
        tables.value(for: table) {
            let own = hub.tables.first { $0.id == table }
            var entries = (own?.routes ?? []).flatMap { route -> [Entry] in
                guard let next = route.nextHop.value, let hop = hop(next) else { return [] }
                return route.destinations.prefixes.map {
                    Entry(prefix: $0, hop: hop, isStatic: true, name: route.name.value)
                }
            }
            let labels = Set(
                (own?.labels ?? []).map { $0.lowercased() } + (table == hub.defaultTable ? ["default"] : [])
            )
            entries += learned(table, labels, hub)
            let ordered = entries.sorted { left, right in
                (right.prefix.length, left.isStatic ? 0 : 1) < (left.prefix.length, right.isStatic ? 0 : 1)
            }
            return HubTable(ordered, name: String(table.name))
        }
    }

    /// What connections and branches of this hub, and through other hubs of the WAN those of theirs, bring.
    private func learned(_ table: ResourceID, _ labels: Set<String>, _ hub: Hub) -> [Entry] {
        let family = hubs.values.filter {
            $0.id == hub.id || ($0.wan != nil && $0.wan == hub.wan && !hub.isBasic)
        }
        .sorted { $0.id.text < $1.id.text }
        return family.flatMap { other -> [Entry] in
            let isOwn = other.id == hub.id
            let networks = other.connections.filter { propagates($0, to: table, labels, from: other) }
            let spaces = networks.flatMap { connection -> [Entry] in
                guard let network = connection.remoteVirtualNetwork.value else { return [] }
                let space = topology.find(VirtualNetwork.self, network)?.addressSpace.prefixes ?? []
                let own = space.filter { !$0.isEverything }
                    .map { Entry(prefix: $0, hop: .network(network), isStatic: false, name: nil) }
                let statics = (connection.routingConfiguration?.staticRoutes ?? []).flatMap {
                    route -> [Entry] in
                    guard isOwn, let address = route.nextHopIPAddress.value else { return [] }
                    return route.addressPrefixes.prefixes.map {
                        Entry(
                            prefix: $0,
                            hop: .appliance(address, in: network),
                            isStatic: true,
                            name: route.name.value
                        )
                    }
                }
                return own + statics
            }
            // Branches propagate to the default tables of all hubs.
            let branches =
                labels.contains("default")
                ? other.branches.flatMap { branch in
                    branch.prefixes.filter { !$0.isEverything }
                        .map { Entry(prefix: $0, hop: .branch(branch.gateway), isStatic: false, name: nil) }
                } : []
            guard !isOwn else { return spaces + branches }
            // From another hub all come by that hub; its static routes stay there.
            return (spaces.filter { !$0.isStatic } + branches).map {
                Entry(prefix: $0.prefix, hop: .hub(other.id), isStatic: false, name: nil)
            }
        }
    }

    private func propagates(
        _ connection: HubVirtualNetworkConnection,
        to table: ResourceID,
        _ labels: Set<String>,
        from hub: Hub
    ) -> Bool {
        guard let routing = connection.routingConfiguration, hub.privateAppliance == nil else {
            return labels.contains("default")
        }
        let named = routing.propagatedRouteTables
        if named.contains(where: { $0.name.lowercased() == "noneroutetable" }) { return false }
        if named.contains(table)
            || routing.propagatedLabels.contains(where: { labels.contains($0.lowercased()) })
        {
            return true
        }
        // Without any word it is the label Default (azure-semantics 5).
        return named.isEmpty && routing.propagatedLabels.isEmpty && labels.contains("default")
    }

    private func hop(_ id: ResourceID) -> Hop? {
        switch id.type {
        case AzureFirewall.types[0]: return .firewall(id)
        case HubVirtualNetworkConnection.types[0]:
            return topology.find(HubVirtualNetworkConnection.self, id)?.remoteVirtualNetwork.value.map {
                .network($0)
            }
        default: return nil
        }
    }

    // MARK: - Building

    private static func hub(_ hub: VirtualHub, _ topology: Topology, _ firewalls: [AzureFirewall]) -> Hub {
        let wan = topology.find(VirtualWAN.self, hub.virtualWAN)
        let intents = topology.all(RoutingIntent.self, below: hub.id).flatMap(\.routingPolicies)
        func appliance(_ word: String) -> ResourceID? {
            intents.first { $0.destinations.contains { $0.lowercased() == word } }?.nextHop.value
        }
        let vpn = topology.all(VPNGateway.self).filter {
            $0.virtualHub.value == hub.id || hub.vpnGateway.value == $0.id
        }
        let sites = vpn.map { gateway in
            let connected = gateway.connections.compactMap { topology.find(VPNSite.self, $0.remoteVPNSite) }
            return (gateway: gateway.id, prefixes: connected.flatMap(\.addressSpace.prefixes))
        }
        let clients = topology.all(P2SVPNGateway.self).filter { $0.virtualHub.value == hub.id }.map {
            gateway in
            (gateway: gateway.id, prefixes: gateway.connectionConfigurations.flatMap(\.addressPool.prefixes))
        }
        let circuits = topology.all(ExpressRouteGateway.self).filter {
            $0.virtualHub.value == hub.id || hub.expressRouteGateway.value == $0.id
        }
        let connections = topology.all(HubVirtualNetworkConnection.self, below: hub.id)
        return Hub(
            id: hub.id,
            wan: hub.virtualWAN.value,
            isBasic: wan?.wanType.is("Basic") ?? false,
            joinsBranches: wan?.allowBranchToBranchTraffic != .set(false),
            firewall: hub.azureFirewall.value ?? firewalls.first { $0.virtualHub.value == hub.id }?.id,
            privateAppliance: appliance("privatetraffic"),
            internetAppliance: appliance("internet"),
            connections: connections,
            tableOf: connections.reduce(into: [:]) { tables, connection in
                tables[connection.id] = connection.routingConfiguration?.associatedRouteTable.value
            },
            tables: topology.all(HubRouteTable.self, below: hub.id),
            branches: sites + clients,
            learnsMore: !circuits.isEmpty
                || vpn.contains { $0.connections.contains { $0.enableBGP == .set(true) } },
            defaultTable: hub.id.appending("hubRouteTables", "defaultRouteTable")
        )
    }
}
