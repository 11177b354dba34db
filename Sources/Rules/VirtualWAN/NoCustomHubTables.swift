import Topology

extension Control {
    /// W-04: tables that look like walls.
    package static let noCustomHubTables = Control(
        id: "W-04",
        name: "vwan-custom-route-tables",
        title: "No custom route table of a hub stands in for isolation",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: HubRouteTable.types,
        why: """
            A table decides who learns whose routes, and filters nothing. It also rules out routing intent, \
            so that what was set up as a wall keeps the firewall out.
            """,
        remediation: Remediation(
            "Associate the connections with the default table again, delete the custom one, and use routing intent.",
            command: "az network vhub route-table delete -g RG --vhub-name HUB -n TABLE"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-3-secure-your-traffic",
        benchmarks: ["mcsb": ["NS-1"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .estate { topology in
            let connections = users.flatMap(topology.resources(of:)).map { connection in
                let routing = connection.fields.object("routingConfiguration")
                return (connection, routing.flatMap { $0.link("associatedRouteTable") })
            }
            return topology.all(HubRouteTable.self).map { ($0.resource, judge($0, connections)) }
        },
        examples: [
            .fails(table("rt-dev", #""associatedConnections": ["/connections/c"]"#)),
            .fails(
                ExampleRows.estate(
                    table("rt-dev", #""associatedConnections": []"#),
                    WANEstate.connection(to: "vnet-dev", associated(with: "rt-dev"))
                )
            ),
            .passes(table("defaultRouteTable", #""associatedConnections": ["/connections/c"]"#)),
            .passes(table("NoneRouteTable", "")),
            .passes(
                ExampleRows.estate(
                    table("rt-dev", #""associatedConnections": []"#),
                    WANEstate.connection(to: "vnet-dev", associated(with: "defaultRouteTable"))
                )
            ),
            .unknown(table("rt-dev", "")),
            .unknown(table("rt-dev", #""associatedConnections": {"$symbolic": "[x]"}"#)),
            .notApplicable(WANEstate.hub()),
        ]
    )

    /// What can be associated with a table.
    private static let users =
        HubVirtualNetworkConnection.types + VPNConnection.types + ExpressRouteConnection.types

    private static func judge(
        _ table: HubRouteTable,
        _ connections: [(resource: Resource, table: Setting<ResourceID>)]
    ) -> Judgement {
        if ["defaultroutetable", "noneroutetable"].contains(table.name.lowercased()) {
            return .pass("\(table.name) is one of the hub's own", Proof("name"))
        }
        let list = Proof("associatedConnections", expected: "none")
        func link(_ connection: Resource) -> Proof {
            Proof("routingConfiguration.associatedRouteTable", expected: "defaultRouteTable", in: connection)
        }
        let own = connections.filter { $0.table.value == table.id }.map(\.resource)
        let custom = Judgement.fail(
            "Connections look up their routes in the custom table \(table.name)",
            [list] + own.map(link)
        )
        guard own.isEmpty else { return custom }
        return table.resource.fields.array("associatedConnections").judged(by: list, of: table.name) {
            guard $0.isEmpty else { return custom }
            let doubt = connections.lazy.compactMap { connection in
                connection.table.reason.map { Judgement.unknown($0, link(connection.resource)) }
            }
            return doubt.first ?? .pass("No connection uses \(table.name)", list)
        }
    }

    private static func table(_ name: String, _ properties: String) -> String {
        WANEstate.part("hubRouteTables", name, properties)
    }

    private static func associated(with table: String) -> String {
        let id = "\(ExampleRows.group)/virtualHubs/vhub/hubRouteTables/\(table)"
        return #""routingConfiguration": {"associatedRouteTable": {"id": "\#(id)"}}"#
    }
}
