import Topology

extension Control {
    /// E3-07: spokes talk to each other past the eyes of the firewall only on purpose.
    package static let spokeTrafficInspected = Control(
        id: "E3-07",
        name: "spoke-to-spoke-routing",
        title: "Traffic between spokes is routed through the inspection point",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/virtualNetworks", "Microsoft.Network/routeTables"],
        why: """
            A firewall inspects what is led to it. A subnet without such a route, or with a more specific one \
            beside it, reaches its neighbours unverified.
            """,
        remediation: Remediation(
            "Give every workload subnet a route table that leads 0.0.0.0/0 or the other spokes to the firewall.",
            command: """
                az network route-table route create -g RG --route-table-name TABLE -n to-firewall \
                --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address FIREWALL_IP
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-visibility\
            #step-2-implement-east-west-traffic-inspection
            """,
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "alz": ["D07.08"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .networks { layout in
            let routing = SpokeRouting(layout)
            return layout.networks.compactMap { spoke in routing.judge(spoke).map { (spoke.resource, $0) } }
        },
        examples: [
            .fails(spokeEstate(subnet: "")),
            .fails(spokeEstate(subnet: attached, [("0.0.0.0/0", "10.0.0.99")])),
            .fails(spokeEstate(subnet: attached, [("0.0.0.0/0", "10.0.0.68"), ("10.2.7.0/24", "10.2.7.1")])),
            .passes(spokeEstate(subnet: attached, [("0.0.0.0/0", "10.0.0.68")])),
            .passes(spokeEstate(subnet: attached, [("10.2.0.0/16", "10.0.0.68")])),
            .fails(
                spokeEstate(subnet: attached, [("0.0.0.0/0", "10.0.0.68")], direct: ["vnet-b"])
            ),
            .unknown(spokeEstate(subnet: ExampleRows.link("routeTable", "routeTables", "rt-elsewhere"))),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )

    private static let attached = ExampleRows.link("routeTable", "routeTables", "rt-spoke")

    /// A hub with a firewall, the spoke that is judged, and another one.
    private static func spokeEstate(
        subnet: String,
        _ routes: [(prefix: String, hop: String)] = [],
        direct: [String] = []
    ) -> String {
        ExampleRows.estate(
            ExampleRows.network(
                "vnet-hub",
                "10.0.0.0/22",
                peerings: [
                    ExampleRows.peering(to: "vnet-a", "10.1.0.0/16"),
                    ExampleRows.peering(to: "vnet-b", "10.2.0.0/16"),
                ]
            ),
            ExampleRows.firewall(in: "vnet-hub"),
            ExampleRows.network(
                "vnet-a",
                "10.1.0.0/16",
                subnets: [ExampleRows.subnet("snet-a", "10.1.1.0/24", subnet)],
                peerings: [ExampleRows.peering(to: "vnet-hub")]
                    + direct.map { ExampleRows.peering(to: $0, "10.2.0.0/16") }
            ),
            ExampleRows.network("vnet-b", "10.2.0.0/16", peerings: [ExampleRows.peering(to: "vnet-hub")]),
            ExampleRows.routeTable("rt-spoke", routes)
        )
    }
}
