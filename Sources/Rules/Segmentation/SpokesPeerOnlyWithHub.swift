import Topology

extension Control {
    /// S2-01: between spokes there is one way, and it leads through the hub.
    package static let spokesPeerOnlyWithHub = Control(
        id: "S2-01",
        name: "spoke-to-spoke-peering",
        title: "Spokes are not peered with each other",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            A peering between two spokes is a second way beside the one that is inspected. Whoever holds a \
            machine in one of them reaches the other, and the firewall never hears of it.
            """,
        remediation: Remediation(
            "Remove the peering on both sides and lead the traffic through the hub.",
            command: "az network vnet peering delete -g RG --vnet-name SPOKE -n PEERING"
        ),
        question: "Is the direct way needed, and who approved it?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation\
            #step-2-connect-multiple-vnets-with-peering
            """,
        benchmarks: [
            "mcsb": ["NS-1"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .networks { layout in
            layout.networks.compactMap { network in
                judge(network, in: layout).map { (network.resource, $0) }
            }
        },
        examples: [
            .fails(spokesEstate(direct: "vnet-b")),
            .passes(spokesEstate()),
            .unknown(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-a",
                        "10.1.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-elsewhere")]
                    )
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )

    private static func judge(_ network: VirtualNetwork, in layout: NetworkLayout) -> Judgement? {
        let peerings = layout.livePeerings(of: network)
        guard !layout.isHub(network.id), !peerings.isEmpty else { return nil }
        let parts = peerings.map { peering -> Judgement in
            let proof = network.proof("remoteVirtualNetwork", of: peering, expected: "a hub")
            guard let remote = peering.remoteVirtualNetwork.value else {
                return .unknown("the input does not say where \(peering.name) leads", proof)
            }
            if layout.isHub(remote) {
                return .pass("\(network.name) is peered with the hub \(remote.name)", proof)
            }
            guard layout.network(remote) != nil else {
                return .unknown("the input does not hold \(remote.name), a peer of \(network.name)", proof)
            }
            return .fail("\(network.name) is peered with \(remote.name) past every hub", proof)
        }
        return .combining(parts, pass: "\(network.name) is peered with hubs alone")
    }

    /// A hub with a firewall and two spokes, of which the first may have a further peering.
    private static func spokesEstate(direct: String...) -> String {
        ExampleRows.estate(
            ExampleRows.network(
                "vnet-hub",
                "10.0.0.0/22",
                peerings: [ExampleRows.peering(to: "vnet-a"), ExampleRows.peering(to: "vnet-b")]
            ),
            ExampleRows.firewall(in: "vnet-hub"),
            ExampleRows.network(
                "vnet-a",
                "10.1.0.0/16",
                peerings: (["vnet-hub"] + direct).map { ExampleRows.peering(to: $0) }
            ),
            ExampleRows.network("vnet-b", "10.2.0.0/16", peerings: [ExampleRows.peering(to: "vnet-hub")])
        )
    }
}
