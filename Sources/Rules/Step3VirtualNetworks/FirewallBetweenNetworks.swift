import Topology

extension Control {
    /// E3-06: joined networks have a place where their traffic is verified.
    package static let firewallBetweenNetworks = Control(
        id: "E3-06",
        name: "inspection-point",
        title: "A firewall or appliance stands between virtual networks",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks", "Microsoft.Network/azureFirewalls"],
        why: """
            Encryption keeps strangers from reading; it does not tell who talks to whom or whether they may. \
            For that the traffic between networks has to pass a place that looks at it.
            """,
        remediation: Remediation(
            "Put a firewall into the hub, peer every network with the hub, and route between them through it.",
            command: """
                az network firewall create -g RG -n FIREWALL --vnet-name HUB --tier Premium --firewall-policy POLICY
                """
        ),
        question: "Where an appliance forwards: is it a firewall?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-visibility\
            #step-1-implement-a-centralized-traffic-inspection-point
            """,
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "policy": ["fc5e4038-4584-4632-8c85-c0448d374b2c"],
            "zta": ["25535"],
            "alz": ["D07.01"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .networks { layout in
            let inspection = InspectionPoint(layout)
            return layout.networks.compactMap { network in
                judge(network, inspection).map { (network.resource, $0) }
            }
        },
        examples: [
            .fails(pairEstate()),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network("vnet-app", "10.1.0.0/16"),
                    ExampleRows.row("virtualHubs", "vhub", #""virtualWan": {"id": "/w"}, \#(connections)"#)
                )
            ),
            .passes(pairEstate(ExampleRows.firewall(in: "vnet-hub"))),
            .passes(
                pairEstate(ExampleRows.interface(in: "vnet-hub", "snet-nva", #""enableIPForwarding": true"#))
            ),
            .unknown(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-app",
                        "10.1.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-elsewhere")]
                    )
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-app", "10.1.0.0/16"))),
        ]
    )

    private static func judge(_ network: VirtualNetwork, _ inspection: InspectionPoint) -> Judgement? {
        let layout = inspection.layout
        let hubs = inspection.hubs(of: network.id)
        let peerings = layout.livePeerings(of: network)
        guard !peerings.isEmpty || !hubs.isEmpty else { return nil }
        let peers = peerings.prefix(4).map { network.proof("remoteVirtualNetwork", of: $0) }
        if let place = inspection.inspectingNeighbours(of: network).first {
            let names = inspection.names(in: place)
            return .pass("\(names) in \(place.name) can inspect the traffic of \(network.name)", peers)
        }
        if let hub = hubs.first(where: inspection.isSecured) {
            return .pass(
                "\(network.name) is connected to the secured hub \(hub.name)",
                Proof("name", in: hub.resource)
            )
        }
        if let unseen = peerings.first(where: { layout.network($0.remoteVirtualNetwork.value) == nil }) {
            let remote = unseen.remoteVirtualNetwork.value.map { String($0.name) } ?? unseen.name
            return .unknown(
                "the input does not hold \(remote), a peer of \(network.name), which may inspect",
                network.proof("remoteVirtualNetwork", of: unseen)
            )
        }
        guard let hub = hubs.first else {
            return .fail("Neither \(network.name) nor a network it is peered with holds a firewall", peers)
        }
        return .fail(
            "The hub \(hub.name) that joins \(network.name) to others has no firewall",
            Proof("azureFirewall", expected: "a firewall", in: hub.resource)
        )
    }

    private static let connections = """
        "hubVirtualNetworkConnections": [{"name": "c", "properties": {\
        \(ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", "vnet-app"))}}]
        """

    private static func pairEstate(_ beside: String...) -> String {
        let rows = [
            ExampleRows.network("vnet-hub", "10.0.0.0/22", peerings: [ExampleRows.peering(to: "vnet-app")]),
            ExampleRows.network("vnet-app", "10.1.0.0/16", peerings: [ExampleRows.peering(to: "vnet-hub")]),
        ]
        return "[\((rows + beside).joined(separator: ", "))]"
    }
}
