import Topology

extension Control {
    /// R-04: a route leads somewhere.
    package static let nextHopsExist = Control(
        id: "R-04",
        name: "next-hop-exists",
        title: "Each appliance that a route names stands where its subnets reach it",
        severity: .medium,
        principles: [.assumeBreach],
        types: RouteTable.types,
        why: """
            Packets to an address at which nothing stands are lost. Whoever then takes that address, in a subnet \
            where he may create machines, gets all of them.
            """,
        remediation: Remediation(
            "Correct the address or delete the route.",
            command: "az network route-table route delete -g GROUP --route-table-name TABLE -n ROUTE"
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
        benchmarks: ["mcsb": ["NS-3"], "nist-800-53": ["AC-4", "SC-7", "CM-7"]],
        decision: .networks { layout in
            let topology = layout.topology
            let users = topology.subnets.reduce(into: [ResourceID: Set<ResourceID>]()) { users, subnet in
                guard let table = subnet.routeTable.value, let network = subnet.virtualNetwork else { return }
                users[table, default: []].insert(network)
            }
            let places = AppliancePlaces(layout)
            return topology.all(RouteTable.self).compactMap { table in
                let networks = users[table.id, default: []].compactMap(layout.network)
                let routes = table.routes.filter { $0.nextHopType.is("VirtualAppliance") }
                guard !networks.isEmpty, !routes.isEmpty else { return nil }
                let parts = routes.flatMap { route in
                    networks.map { judge(route, of: table, from: $0, places) }
                }
                return (
                    table.resource,
                    .combining(parts, pass: "Something stands at each next hop of \(table.name)")
                )
            }
        },
        examples: [
            .passes(estate(hop: "10.0.0.68")),
            .passes(
                estate(
                    hop: "10.1.0.9",
                    beside: ExampleRows.row(
                        "networkInterfaces",
                        "nva",
                        ExampleRows.addresses(in: "vnet-a", "web", "10.1.0.9")
                    )
                )
            ),
            .fails(estate(hop: "10.0.0.99")),
            .fails(estate(hop: "192.168.7.7")),
            .unknown(estate(hop: "10.0.0.68", hub: false)),
            .unknown(estate(hop: "").replacing(#", "nextHopIpAddress": """#, with: "")),
            .notApplicable(ExampleRows.routeTable("rt", [("0.0.0.0/0", "10.0.0.68")])),
        ]
    )

    private static func judge(
        _ route: Route,
        of table: RouteTable,
        from network: VirtualNetwork,
        _ places: AppliancePlaces
    ) -> Judgement {
        let proof = Proof.part(
            "nextHopIpAddress",
            of: route.resource,
            in: table.resource,
            "routes",
            expected: "an appliance"
        )
        return route.nextHopIPAddress.judged(by: proof, of: route.name) { hop in
            switch places.holds(hop, near: network) {
            case .set(true): .pass("", proof)
            case .set(false), .absent:
                .fail(
                    "\(route.name) leads \(network.name) to \(hop), where nothing stands that it reaches",
                    proof
                )
            case .unknown(let reason): .unknown(reason, proof)
            }
        }
    }

    private static func estate(hop: String, hub: Bool = true, beside: String...) -> String {
        let rows = [
            ExampleRows.network(
                "vnet-a",
                "10.1.0.0/16",
                subnets: [
                    ExampleRows.subnet(
                        "web",
                        "10.1.0.0/24",
                        ExampleRows.link("routeTable", "routeTables", "rt")
                    )
                ],
                peerings: [ExampleRows.peering(to: "vnet-hub", "10.0.0.0/22")]
            ),
            ExampleRows.routeTable("rt", [("0.0.0.0/0", hop)]),
        ]
        let middle = [ExampleRows.network("vnet-hub", "10.0.0.0/22"), ExampleRows.firewall(in: "vnet-hub")]
        return "[\((rows + (hub ? middle : []) + beside).joined(separator: ",\n "))]"
    }
}
