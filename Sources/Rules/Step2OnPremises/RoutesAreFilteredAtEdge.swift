import Topology

extension Control {
    /// E2-11: what the routers at the other end believe and say.
    package static let routesAreFilteredAtEdge = Control(
        id: "E2-11",
        name: "edge-route-filters",
        title: "On-premises routers filter routes in both directions",
        severity: .info,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types + VirtualHub.types,
        why: """
            Routers believe what they are told. A prefix too wide, too narrow or announced back where it came from \
            draws traffic onto a path where nobody looks at it, by mistake or by intent.
            """,
        remediation: Remediation(
            """
            On the edge router accept from Azure only the prefixes of your networks: no default route, nothing as \
            wide as a /8, nothing narrower than a /29, and none of your own. Announce only your own. In a Virtual \
            WAN route maps do the same on Azure's side.
            """
        ),
        question:
            "Show the filters of the edge routers: what do they accept from Azure, and what do they announce?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#routing-security",
        benchmarks: ["mcsb": ["NS-9", "GS-4"], "nist-800-53": ["CA-3", "AC-17", "AC-4"]],
        decision: .networks { layout in
            layout.networks.compactMap { network in
                guard !layout.gateways(in: network.id).isEmpty else { return nil }
                let borrowers = layout.peers(of: network.id).compactMap(layout.network).filter { peer in
                    peer.peerings.contains {
                        $0.remoteVirtualNetwork.value == network.id && $0.useRemoteGateways.value == true
                    }
                }
                return (network.resource, ask(at: network.name, about: [network] + borrowers))
            }
                + layout.topology.all(VirtualHub.self).filter { !$0.isRouteServer }.map { hub in
                    let connected = layout.topology.all(HubVirtualNetworkConnection.self, below: hub.id)
                        .compactMap { layout.network($0.remoteVirtualNetwork.value) }
                    return (hub.resource, ask(at: hub.name, about: connected))
                }
        },
        examples: [
            .asks(
                ExampleRows.estate(
                    ExampleRows.network("vnet-hub", "10.0.0.0/22"),
                    ExampleRows.gateway(in: "vnet-hub", "ExpressRoute")
                )
            ),
            .asks(
                ExampleRows.row("virtualHubs", "vhub", ExampleRows.link("virtualWan", "virtualWans", "wan"))
            ),
            .notApplicable(ExampleRows.row("virtualHubs", "route-server", #""sku": "Standard""#)),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-app", "10.1.0.0/16"))),
        ]
    )

    private static func ask(at place: String, about networks: [VirtualNetwork]) -> Judgement {
        let prefixes = networks.flatMap(\.addressSpace.prefixes)
        let told = prefixes.isEmpty ? "" : ", beyond \(RouteSteering.listing(prefixes))"
        return Judgement(
            outcome: .manual,
            message:
                "What do the routers on the other side of \(place) accept from Azure\(told), and what do they announce?",
            evidence: networks.map { Proof("addressSpace.addressPrefixes", in: $0.resource) },
            severity: nil
        )
    }
}
