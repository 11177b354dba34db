import Topology

extension Control {
    /// S2-02: a peering is what both of its halves say it is.
    package static let peeringsInSync = Control(
        id: "S2-02",
        name: "peering-state",
        title: "Peerings are connected and in sync on both sides",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            A peering with one half carries nothing, and one that is out of sync carries yesterday's addresses. \
            Either way the network is not the one that was reviewed.
            """,
        remediation: Remediation(
            "Synchronise the peering, create its missing half, or delete what is left of it.",
            command: "az network vnet peering sync -g RG --vnet-name VNET -n PEERING"
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
        benchmarks: ["mcsb": ["NS-7"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .networks { layout in
            layout.networks.filter { !$0.peerings.isEmpty }.map { network in
                let parts = network.peerings.map { judge($0, of: network, in: layout) }
                return (
                    network.resource, .combining(parts, pass: "Every peering of \(network.name) is in sync")
                )
            }
        },
        examples: [
            .fails(halfEstate("Initiated")),
            .fails(halfEstate("Disconnected")),
            .fails(pairEstate(sync: "LocalNotInSync")),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-a",
                        "10.1.0.0/16",
                        peerings: [half("Connected", sync: "FullyInSync")]
                    ),
                    ExampleRows.network("vnet-b", "10.2.0.0/16")
                )
            ),
            .passes(pairEstate(sync: "FullyInSync")),
            .unknown(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-a",
                        "10.1.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-b")]
                    )
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )

    private static func judge(
        _ peering: VirtualNetworkPeering,
        of network: VirtualNetwork,
        in layout: NetworkLayout
    ) -> Judgement {
        let name = "\(peering.name) of \(network.name)"
        let state = network.proof("peeringState", of: peering, expected: "Connected")
        guard let word = peering.peeringState.value else {
            return .unknown(peering.peeringState.gap("state of \(name)") ?? "", state)
        }
        guard word.isSame(as: "Connected") else { return .fail("\(name) is \(word)", state) }
        if let reason = peering.remoteVirtualNetwork.reason {
            return .unknown(reason, network.proof("remoteVirtualNetwork", of: peering))
        }
        if let remote = layout.network(peering.remoteVirtualNetwork.value), layout.twin(of: peering) == nil {
            let link = network.proof("remoteVirtualNetwork", of: peering)
            return .fail("\(name) has no other half in \(remote.name)", link)
        }
        let level = network.proof("peeringSyncLevel", of: peering, expected: "FullyInSync")
        guard let sync = peering.peeringSyncLevel.value else {
            return .unknown(peering.peeringSyncLevel.gap("peeringSyncLevel of \(name)") ?? "", level)
        }
        guard sync.isSame(as: "FullyInSync") else { return .fail("\(name) is not in sync: \(sync)", level) }
        return .pass("\(name) is connected and in sync", state, level)
    }

    private static func half(_ state: String, sync: String, to remote: String = "vnet-b") -> String {
        """
        {"name": "to-\(remote)", "properties": {"peeringState": "\(state)", "peeringSyncLevel": "\(sync)",
          \(ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", remote))}}
        """
    }

    private static func halfEstate(_ state: String) -> String {
        ExampleRows.estate(
            ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: [half(state, sync: "FullyInSync")])
        )
    }

    private static func pairEstate(sync: String) -> String {
        ExampleRows.estate(
            ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: [half("Connected", sync: sync)]),
            ExampleRows.network(
                "vnet-b",
                "10.2.0.0/16",
                peerings: [half("Connected", sync: sync, to: "vnet-a")]
            )
        )
    }
}
