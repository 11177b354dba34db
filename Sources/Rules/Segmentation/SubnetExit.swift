import JSON
import Topology

/// By which way the packets of a subnet to the internet leave.
enum SubnetExit {
    /// The default route of the table's owner.
    case route(NextHop, Route, RouteTable)
    /// The secured hub of a Virtual WAN, which announces the default route; its routing intent.
    case securedHub(Resource)
    case natGateway(ResourceID)
    /// The implicit way out that Azure gives.
    case implicit
    /// None: the subnet is private.
    case closed
    case unknown(reason: String)

    enum NextHop: String {
        case appliance = "virtualappliance"
        /// On-premises decides.
        case gateway = "virtualnetworkgateway"
        /// Straight out, past any firewall.
        case internet
        /// Dropped.
        case none
    }
}

extension Topology {
    /// The way out of a subnet: its own default route, then the hub's, then NAT, then Azure's own
    /// (azure-semantics 3.2, 3.7).
    func exit(of subnet: Subnet) -> SubnetExit {
        switch subnet.routeTable {
        case .unknown(let reason): return .unknown(reason: reason)
        case .set(let id):
            guard let table = find(RouteTable.self, id) else {
                return .unknown(reason: "the input does not hold route table \(id.name)")
            }
            if let exit = SubnetExit(table) { return exit }
        case .absent: break
        }
        if let hub = securedHub(of: subnet.virtualNetwork) { return .securedHub(hub) }
        switch (subnet.natGateway, subnet.defaultOutboundAccess) {
        case (.unknown(let reason), _), (.absent, .unknown(let reason)): return .unknown(reason: reason)
        case (.set(let gateway), _): return .natGateway(gateway)
        case (.absent, .set(false)): return .closed
        case (.absent, _): return .implicit
        }
    }

    /// The hub of a Virtual WAN whose routing intent takes the network's internet traffic to a firewall.
    private func securedHub(of network: ResourceID?) -> Resource? {
        guard let network else { return nil }
        let connection = resources(of: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections").first {
            $0.fields.reference("remoteVirtualNetwork") == network
                && $0.fields.flag("enableInternetSecurity").value == true
        }
        guard let hub = connection?.id.parent else { return nil }
        return resources(of: "Microsoft.Network/virtualHubs/routingIntent").first { intent in
            intent.id.parent == hub
                && intent.fields.items("routingPolicies").contains {
                    $0.texts("destinations").contains { $0.isSame(as: "Internet") }
                }
        }
    }
}

extension SubnetExit {
    /// The way of a table's default route of IPv4; nil where it has none.
    fileprivate init?(_ table: RouteTable) {
        let route = table.routes.first {
            $0.addressPrefixes.prefixes.contains { $0.isEverything && $0.version == .v4 }
        }
        guard let route else { return nil }
        guard let word = route.nextHopType.value, let hop = NextHop(rawValue: word.lowercased()) else {
            let odd = "\(route.name) has a next hop of an unknown type"
            self = .unknown(reason: route.nextHopType.gap("nextHopType of \(route.name)") ?? odd)
            return
        }
        self = .route(hop, route, table)
    }
}

extension RouteTable {
    /// The next hop of one of its routes as evidence.
    func proof(of route: Route, expected: String? = nil) -> Proof {
        guard let index = routes.firstIndex(where: { $0.id == route.id }),
            route.resource.body.document === resource.body.document
        else { return Proof("nextHopType", expected: expected, in: route.resource) }
        return Proof("routes[\(index)].nextHopType", expected: expected, in: resource)
    }
}
