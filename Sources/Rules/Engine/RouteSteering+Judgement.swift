import Topology

extension RouteSteering {
    /// Addresses that should go to an appliance.
    struct Target {
        let prefix: AddressPrefix
        /// The length of the system route a direct peering adds for them; 0 where there is none.
        let systemLength: Int
    }

    /// Judges whether the route table of some subnets leads targets to one of the appliances.
    ///
    /// A route that cannot be read leaves it open, even where all others are as they should be.
    static func judge(
        table: Setting<ResourceID>,
        of subnets: String,
        _ targets: [Target],
        to hops: Set<IPAddress>,
        links: [Proof],
        in topology: Topology
    ) -> Judgement {
        let way = hops.sorted().map(\.description).joined(separator: " or ")
        switch table {
        case .absent:
            return .fail("No route table leads \(subnets) to \(way) for \(listing(targets))", links)
        case .unknown(let reason): return .unknown(reason, links)
        case .set(let id):
            guard let table = topology.find(RouteTable.self, id) else {
                return .unknown("the input does not hold the route table \(id.name)", links)
            }
            if let odd = table.routes.first(where: { $0.gap != nil }), let gap = odd.gap {
                return .unknown(gap, [Proof.part("name", of: odd.resource, in: table.resource, "routes")])
            }
            let steering = RouteSteering(table)
            let open = targets.filter { !steering.leads($0.prefix, to: hops, beatingLength: $0.systemLength) }
            guard let first = open.first else {
                return .pass("\(table.name) leads \(subnets) to \(way)", links)
            }
            let route = steering.route(to: first.prefix, beatingLength: first.systemLength)
            return .fail(
                "\(table.name) does not lead \(subnets) to \(way) for \(listing(open))",
                links + [table.proof(of: route, expected: way)]
            )
        }
    }

    private static func listing(_ targets: [Target]) -> String { listing(targets.map(\.prefix)) }

    /// The first of some prefixes and how many more there are.
    static func listing(_ prefixes: [AddressPrefix]) -> String {
        let shown = prefixes.prefix(4).map(\.description).joined(separator: ", ")
        return prefixes.count > 4 ? "\(shown) and \(prefixes.count - 4) more" : shown
    }
}

extension RouteTable {
    /// The next hop of one of its routes, or the routes themselves where there is none.
    fileprivate func proof(of route: Route?, expected way: String) -> Proof {
        guard let route else { return Proof("routes", expected: "a route to \(way)", in: resource) }
        let path = route.nextHopIPAddress.value == nil ? "nextHopType" : "nextHopIpAddress"
        return .part(path, of: route.resource, in: resource, "routes", expected: way)
    }
}
