import Topology

extension Control {
    /// S1-15: routes learned from a gateway must not lead around the firewall.
    package static let spokesTakeNoGatewayRoutes = Control(
        id: "S1-15",
        name: "spoke-route-propagation",
        title: "Route tables of spokes take no routes from the gateway",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/routeTables"],
        why: """
            What a gateway learns from on-premises is more specific than the default route to the firewall, so \
            it wins: traffic to the sites leaves past every inspection.
            """,
        remediation: Remediation(
            "Switch the propagation of gateway routes off for tables of spoke subnets.",
            command: "az network route-table update -g GROUP -n TABLE --disable-bgp-route-propagation true"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#configure-spoke-subnet-routing",
        benchmarks: [
            "mcsb": ["NS-3"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .networks(judgements),
        examples: [
            .passes(estate("web", #""disableBgpRoutePropagation": true,"#)),
            .fails(estate("web", #""disableBgpRoutePropagation": false,"#)),
            .unknown(estate("web", "")),
            .notApplicable(estate("GatewaySubnet", #""disableBgpRoutePropagation": false,"#)),
            .notApplicable(SubnetEstate.toFirewall),
        ]
    )

    private static func judgements(in layout: NetworkLayout) -> [(Resource, Judgement)] {
        let users = Dictionary(grouping: layout.topology.subnets) { $0.routeTable.value }
        return layout.topology.all(RouteTable.self).map { table in
            let using = users[table.id] ?? []
            // The subnets of a hub need the routes of the gateway that stands there.
            let spokes = using.filter { $0.reservedFor == nil && $0.virtualNetwork.map(layout.isHub) != true }
            guard let spoke = spokes.first else {
                let role = using.isEmpty ? "no subnet uses it" : "it serves a hub"
                return (table.resource, .notApplicable("\(table.name) is of no spoke: \(role)"))
            }
            return (table.resource, judge(table, spoke))
        }
    }

    private static func judge(_ table: RouteTable, _ spoke: Subnet) -> Judgement {
        let proof = Proof("disableBgpRoutePropagation", expected: "true")
        switch table.disableBGPRoutePropagation {
        case .set(true): return .pass("\(table.name) takes no routes from a gateway", proof)
        case .set(false):
            return .fail("\(table.name) of \(spoke.title) takes the routes of the gateway", proof)
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent: return .unknown("the input has no disableBgpRoutePropagation of \(table.name)", proof)
        }
    }

    private static func estate(_ subnet: String, _ more: String) -> String {
        SubnetEstate.subnet(
            subnet,
            SubnetEstate.routed,
            beside: SubnetEstate.routes(
                #""nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.4""#,
                more
            )
        )
    }
}
