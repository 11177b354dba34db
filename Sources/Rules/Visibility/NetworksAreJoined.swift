import Topology

extension Control {
    /// V1-02: no island that nobody watches.
    package static let networksAreJoined = Control(
        id: "V1-02",
        name: "orphan-networks",
        title: "A network that is joined to nothing is meant to stand alone",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types,
        why: """
            A network outside the hub has none of its inspection, its names or its Bastion. Where nobody said \
            that it is to be so, nobody looks after it either.
            """,
        remediation: Remediation(
            "Peer it with the hub or delete it; where it is to stand alone, say so with a tag of that value.",
            command: "az tag update --operation Merge --resource-id VNET-ID --tags topology=stand-alone"
        ),
        question: "What is the network for, and who watches it?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation",
        benchmarks: [
            "mcsb": ["NS-1", "AM-3"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-8", "CM-7"],
        ],
        decision: .networks { layout in
            let connected = Set(
                layout.topology.all(HubVirtualNetworkConnection.self).compactMap(\.remoteVirtualNetwork.value)
            )
            let named = Set(layout.networks.flatMap { layout.peers(of: $0.id) })
            return layout.networks.map { network in
                let isNamed = connected.contains(network.id) || named.contains(network.id)
                return (network.resource, isNamed ? joined(network) : judge(network, layout))
            }
        },
        examples: [
            .passes(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-a",
                        "10.1.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-b")]
                    ),
                    ExampleRows.network(
                        "vnet-b",
                        "10.2.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-a")]
                    )
                )
            ),
            .passes(
                ExampleRows.estate(
                    ExampleRows.network("vnet-a", "10.1.0.0/16"),
                    """
                    {"id": "\(ExampleRows.group)/virtualHubs/vhub/hubVirtualNetworkConnections/c", "name": "c",
                     "type": "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections",
                     "properties": {\(ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", "vnet-a"))}}
                    """
                )
            ),
            .passes(
                """
                {"id": "/vnets/lab", "name": "lab", "type": "Microsoft.Network/virtualNetworks",
                 "tags": {"topology": "Stand-Alone"}, "properties": {"virtualNetworkPeerings": []}}
                """
            ),
            .fails(ExampleRows.network("vnet-a", "10.1.0.0/16")),
            .fails(
                ExampleRows.network(
                    "vnet-a",
                    "10.1.0.0/16",
                    peerings: [
                        ExampleRows.peering(to: "vnet-b").replacing("\"Connected\"", with: "\"Disconnected\"")
                    ]
                )
            ),
            .unknown(
                ExampleRows.network(
                    "vnet-a",
                    "10.1.0.0/16",
                    peerings: [#"{"name": "p", "properties": {"peeringState": "Connected"}}"#]
                )
            ),
            .notApplicable("[]"),
        ]
    )

    private static func joined(_ network: VirtualNetwork) -> Judgement {
        .pass("\(network.name) is joined to another network", Proof("virtualNetworkPeerings"))
    }

    private static func judge(_ network: VirtualNetwork, _ layout: NetworkLayout) -> Judgement {
        let proof = Proof("virtualNetworkPeerings", expected: "a connected peering, or a tag stand-alone")
        if let tag = network.resource.tags.first(where: declaresAlone) {
            return .pass("The tag \(tag.key) of \(network.name) says that it stands alone", Proof("tags"))
        }
        if let reason = network.resource.fields.array("virtualNetworkPeerings").reason {
            return .unknown(reason, proof)
        }
        let live = layout.livePeerings(of: network)
        if let gap = live.lazy.compactMap({ $0.peeringState.reason }).first { return .unknown(gap, proof) }
        if live.contains(where: { $0.remoteVirtualNetwork.value != nil }) { return joined(network) }
        if let peering = live.first {
            let gap = peering.remoteVirtualNetwork.gap("remote network of \(peering.name)")
            return .unknown(gap ?? "", proof)
        }
        let lost = network.peerings.isEmpty ? "" : "; its peerings are disconnected"
        return .fail("\(network.name) is joined to no other network\(lost)", proof)
    }

    private static func declaresAlone(_ key: String, _ value: String) -> Bool {
        [key, value].contains { $0.filter(\.isLetter).lowercased() == "standalone" }
    }
}
