import Topology

/// Everything that puts routes into one subnet (azure-semantics 3.1).
struct RouteSources {
    private let network: Network
    private let subnet: Subnet
    private let virtualNetwork: VirtualNetwork
    private let table: RouteTable?

    /// Nil for a subnet without its virtual network.
    init?(_ network: Network, _ subnet: Subnet) {
        guard let virtualNetwork = network.topology.virtualNetwork(of: subnet.id) else { return nil }
        self.network = network
        self.subnet = subnet
        self.virtualNetwork = virtualNetwork
        table = network.topology.routeTable(of: subnet)
    }

    var environment: SubnetEnvironment {
        let routes = SubnetRoutes(
            network.faults.applied(to: system + peered + connected + learned + endpoints + user),
            services: services,
            doubts: unlistedTags + missingTable
        )
        let tag = virtualNetworkTag(routes)
        return SubnetEnvironment(
            subnet: subnet,
            network: virtualNetwork.id,
            routes: routes,
            place: Place(
                virtualNetwork: tag.addresses,
                perhaps: withheld(from: tag.addresses),
                membersOfGroups: network.sites.membersOfGroups
            ),
            assumptions: tag.assumptions + links.compactMap(\.assumption) + oddities,
            unpeered: Set(links.filter { !$0.joins(subnet) }.map(\.remote))
        )
    }

    // MARK: - System routes

    /// The routes of every subnet: its own network, the internet, and nowhere for private addresses.
    private var system: [RouteEntry] {
        let own = virtualNetwork.addressSpace.prefixes
        let dropped = AddressPrefix.privateRanges.filter { range in
            range.version == .v4 && !own.contains { $0.contains(range) }
        }
        let everything = ["0.0.0.0/0", "::/0"].compactMap { AddressPrefix($0) }
        return own.map { RouteEntry($0, .virtualNetwork, .system) }
            + everything.map { RouteEntry($0, .internet, .system) }
            + dropped.map { RouteEntry($0, .none, .system) }
    }

    private var links: [PeeringLink] {
        let own = network.links[virtualNetwork.id] ?? []
        guard network.faults.contains(.peeringIsTransitive) else { return own }
        let known = Set(own.map(\.remote) + [virtualNetwork.id])
        return own + own.flatMap { network.links[$0.remote] ?? [] }.filter { !known.contains($0.remote) }
    }

    private var peered: [RouteEntry] {
        links.flatMap { link in
            link.prefixes.map { prefix in
                RouteEntry(
                    prefix,
                    .peering(link.remote),
                    .system,
                    resource: link.id,
                    name: String(link.id.name),
                    assumption: link.assumption
                )
            }
        }
    }

    /// Members of connected groups; a peering of the same two networks comes before (azure-semantics 2.2, 3.4).
    private var connected: [RouteEntry] {
        let peers = Set(links.map(\.remote))
        return network.connectedGroups.reachable(from: virtualNetwork.id)
            .filter { !peers.contains($0.network) }
            .flatMap { member in
                member.prefixes.map { RouteEntry($0, .connectedGroup(member.network), .system) }
            }
    }

    /// Private endpoints of the network itself and of its direct peers, each a route of its own
    /// (azure-semantics 3.6).
    private var endpoints: [RouteEntry] {
        let reachable =
            [virtualNetwork.id] + links.map(\.remote)
            + network.connectedGroups.reachable(from: virtualNetwork.id).map(\.network)
        let userPrefixes = (table?.routes ?? []).flatMap(\.addressPrefixes).prefixes
        return reachable.flatMap { network.endpointSites(in: $0) }.compactMap { site in
            guard case .privateEndpoint(let id) = site.occupant else { return nil }
            let whole = AddressPrefix(site.address, length: site.address.version.width)
            guard !isInvalidated(site, by: userPrefixes) else { return nil }
            return RouteEntry(whole, .privateEndpoint(id), .system, resource: id, name: String(id.name))
        }
    }

    /// Whether a route of the table replaces the route to an endpoint: its subnet has to heed routes, and the
    /// route's prefix may not be wider than that of the network the endpoint stands in (azure-semantics 3.6).
    private func isInvalidated(_ site: Site, by prefixes: [AddressPrefix]) -> Bool {
        guard let home = network.topology.find(Subnet.self, site.subnet),
            home.privateEndpointNetworkPolicies.is("Enabled", "RouteTableEnabled"),
            let space = site.virtualNetwork
                .flatMap({ network.topology.find(VirtualNetwork.self, $0) })?
                .addressSpace.prefixes.first(where: { $0.contains(site.address) })
        else { return false }
        return prefixes.contains { $0.contains(site.address) && space.contains($0) }
    }

    // MARK: - Gateways

    /// What gateways bring, unless the table keeps it out (azure-semantics 3.5).
    private var learned: [RouteEntry] {
        table?.disableBGPRoutePropagation == .set(true) ? [] : announced
    }

    /// What a table keeps out may be in the tag all the same: it is space connected to the network, though not to the
    /// subnet (azure-semantics 1.4).
    private func withheld(from tag: AddressSet) -> Place.Perhaps? {
        guard table?.disableBGPRoutePropagation == .set(true) else { return nil }
        let open = AddressSet(announced.map(\.prefix)).subtracting(tag)
        guard !open.isEmpty else { return nil }
        return Place.Perhaps(
            open,
            Assumption(
                "tag-without-propagation",
                "Whether VirtualNetwork covers what gateways announce where subnet \(subnet.name) does not learn it is not "
                    + "documented."
            )
        )
    }

    private var announced: [RouteEntry] {
        network.gateways(serving: virtualNetwork.id).flatMap { gateway in
            gateway.prefixes.map { prefix in
                RouteEntry(
                    prefix,
                    .gateway(gateway.id),
                    .gateway,
                    resource: gateway.id,
                    name: String(gateway.id.name)
                )
            }
        } + network.hubRoutes(to: virtualNetwork.id)
    }

    // MARK: - Service endpoints

    private var services: [RouteEntry] {
        subnet.serviceEndpoints.flatMap { endpoint -> [RouteEntry] in
            guard let service = endpoint.service.value else { return [] }
            guard let tag = PublicService.ofEndpoint(service)?.tag else { return [] }
            let isEverywhere = endpoint.locations.isEmpty || endpoint.locations.contains("*")
            let tags =
                isEverywhere
                ? [tag] : endpoint.locations.map { ServiceTag("\(tag).\(ManagerDeployments.plain($0))") }
            return tags.flatMap { tag in
                (network.tags[tag]?.blocks ?? []).map { prefix in
                    RouteEntry(prefix, .serviceEndpoint(service), .system, name: service, tag: tag)
                }
            }
        }
    }

    // MARK: - User-defined routes

    private var user: [RouteEntry] {
        (table?.routes ?? []).flatMap { route in route.addressPrefixes.flatMap { entries(route, $0) } }
    }

    private func entries(_ route: Route, _ term: AddressTerm) -> [RouteEntry] {
        let hop = nextHop(of: route)
        func entry(_ prefix: AddressPrefix, _ tag: ServiceTag? = nil) -> RouteEntry {
            RouteEntry(
                prefix,
                hop.nextHop,
                .user,
                resource: table?.id,
                name: route.name,
                tag: tag,
                doubt: hop.doubt
            )
        }
        switch term.meaning {
        case .prefix(let prefix): return [entry(prefix)]
        case .tag(let tag): return (network.tags[tag]?.blocks ?? []).map { entry($0, tag) }
        case .any: return [AddressPrefix("0.0.0.0/0")].compactMap { $0 }.map { entry($0) }
        case .range, .unreadable: return []
        }
    }

    private func nextHop(of route: Route) -> (nextHop: NextHop, doubt: Assumption?) {
        switch route.nextHopType.value?.lowercased() {
        case "vnetlocal", "virtualnetwork": return (.virtualNetwork, nil)
        case "internet": return (.internet, nil)
        case "none": return (.none, nil)
        case "virtualappliance":
            if let address = route.nextHopIPAddress.value { return (.appliance(address), nil) }
            let reason = route.nextHopIPAddress.reason ?? "it has no next hop address"
            return (.none, Assumption("route-not-readable", "Route \(route.name) cannot be read: \(reason)."))
        case "virtualnetworkgateway":
            // A VPN gateway only (azure-semantics 3.3).
            let gateway = network.gateways(serving: virtualNetwork.id).first { !$0.isExpressRoute }
            return (gateway.map { .gateway($0.id) } ?? .none, nil)
        default:
            let reason = route.nextHopType.reason ?? "its next hop type is no word of Azure's"
            return (.none, Assumption("route-not-readable", "Route \(route.name) cannot be read: \(reason)."))
        }
    }

    /// Routes to tags whose addresses are in no list may take any public address.
    private var unlistedTags: [SubnetRoutes.Doubt] {
        (table?.routes ?? []).flatMap { route in
            route.addressPrefixes.compactMap { term in
                guard case .tag(let tag) = term.meaning, network.tags[tag] == nil else { return nil }
                return SubnetRoutes.Doubt(
                    addresses: AddressSpace.internet,
                    reason: Assumption(
                        "service-tag-not-listed",
                        "Route \(route.name) takes the addresses of the service tag \(tag), which are in no list of the "
                            + "input."
                    )
                )
            }
        }
    }

    /// A table that the subnet names and the input lacks may lead every packet elsewhere.
    private var missingTable: [SubnetRoutes.Doubt] {
        guard let named = subnet.routeTable.value, table == nil else { return [] }
        return [
            SubnetRoutes.Doubt(
                addresses: .everything,
                reason: Assumption(
                    "route-table-not-in-input",
                    "The input does not hold route table \(named.name) of subnet \(subnet.name)."
                )
            )
        ]
    }

    /// What Azure would refuse of the routing here, and how it is taken.
    private var oddities: [Assumption] {
        let misplaced = table.flatMap { subnet.oddity(of: $0) }.map {
            Assumption("route-table-misplaced", $0)
        }
        let own = AddressSet(virtualNetwork.addressSpace.prefixes)
        let overlapping = links.filter { own.overlaps(AddressSet($0.prefixes)) }.map { link in
            Assumption(
                "address-spaces-overlap",
                "The address spaces of \(virtualNetwork.name) and its peer \(link.remote.name) overlap; packets to what "
                    + "both have stay in the network they are in."
            )
        }
        return overlapping + [misplaced].compactMap { $0 }
    }

    // MARK: - The tag

    /// What `VirtualNetwork` covers here: the network, its peers, what gateways bring, and what user-defined routes
    /// to appliances and gateways pull in (azure-semantics 1.4).
    private func virtualNetworkTag(
        _ routes: SubnetRoutes
    ) -> (addresses: AddressSet, assumptions: [Assumption]) {
        let closed = Set(links.filter { !$0.allowsAccess }.map(\.remote))
        var prefixes = virtualNetwork.addressSpace.prefixes
        var pulled: [RouteEntry] = []
        for entry in routes.entries {
            switch (entry.source, entry.nextHop) {
            case (_, .peering) where network.faults.contains(.tagWithoutPeers): break
            case (.user, _) where network.faults.contains(.tagWithoutRoutes): break
            case (_, .peering(let remote)):
                if !closed.contains(remote) { prefixes.append(entry.prefix) }
            case (_, .connectedGroup), (.gateway, _): prefixes.append(entry.prefix)
            case (.user, .appliance), (.user, .gateway):
                prefixes.append(entry.prefix)
                pulled.append(entry)
            default: break
            }
        }
        let addresses = AddressSet(prefixes).union(AddressSpace.probes)
        guard let widest = pulled.first(where: { AddressSet([$0.prefix]).overlaps(AddressSpace.internet) })
        else { return (addresses, []) }
        let widened = Assumption(
            "tag-widened-by-route",
            "Route \(widest.name ?? widest.prefix.description) makes VirtualNetwork cover \(widest.prefix) in subnet "
                + "\(subnet.name)."
        )
        return (addresses, [widened])
    }
}
