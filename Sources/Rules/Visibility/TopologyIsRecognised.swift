import Topology

extension Control {
    /// V1-01: traffic meets in one place where it can be looked at.
    package static let topologyIsRecognised = Control(
        id: "V1-01",
        name: "topology-shape",
        title: "The networks form a hub with spokes or hang on a Virtual WAN",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + VirtualHub.types,
        why: """
            What runs through one place can be inspected there. In a mesh, or where each network is on its own, \
            every network needs its own watch, and most get none.
            """,
        remediation: Remediation(
            "Put a firewall in one network or in a virtual hub, and join the others to it instead of to each other."
        ),
        question: "Is the network that bulkhead takes for the hub the one you mean to be it?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility",
        benchmarks: ["mcsb": ["NS-1"], "alz": ["D01.02"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .networks { layout in
            let groups = JoinedNetworks.groups(of: layout)
            let joined = groups.filter(\.isJoined)
            // Networks on their own are the shape of the estate only where nothing is joined; else V1-02 asks for them.
            return (joined.isEmpty ? groups : joined).compactMap { group in
                group.center.map { ($0, judge(group)) }
            }
        },
        examples: [
            .passes(hubAndSpoke),
            .passes(
                ExampleRows.estate(
                    ExampleRows.network("vnet-a", "10.1.0.0/16"),
                    ExampleRows.row(
                        "virtualHubs",
                        "vhub",
                        ExampleRows.link("virtualWan", "virtualWans", "w")
                    ),
                    connection
                )
            ),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: peers("vnet-b", "vnet-c")),
                    ExampleRows.network("vnet-b", "10.2.0.0/16", peerings: peers("vnet-a", "vnet-c")),
                    ExampleRows.network("vnet-c", "10.3.0.0/16", peerings: peers("vnet-a", "vnet-b"))
                )
            ),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network("vnet-hub", "10.0.0.0/22", peerings: peers("vnet-a")),
                    ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: peers("vnet-hub", "vnet-b")),
                    ExampleRows.network("vnet-b", "10.2.0.0/16", peerings: peers("vnet-a")),
                    ExampleRows.firewall(in: "vnet-hub")
                )
            ),
            .fails(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
            .unknown(
                ExampleRows.estate(
                    ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: peers("vnet-elsewhere"))
                )
            ),
            .notApplicable("[]"),
        ]
    )

    private static func judge(_ group: JoinedNetworks) -> Judgement {
        let proofs = group.networks.prefix(6).map { Proof("virtualNetworkPeerings", in: $0.resource) }
        if let doubt = group.doubt { return .unknown(doubt, proofs) }
        let names = Judgement.naming(group.networks.map(\.name))
        guard group.isJoined else {
            return .fail("\(names) stands on its own, without a hub", proofs, severity: .medium)
        }
        if !group.virtualHubs.isEmpty {
            let hubs = Judgement.naming(group.virtualHubs.map(\.name))
            return .pass("\(names) hang on the Virtual WAN by \(hubs)", proofs)
        }
        guard !group.hubs.isEmpty else {
            return .fail(
                "\(names) are peered with one another, without a hub between them",
                proofs,
                severity: .medium
            )
        }
        let hubs = Judgement.naming(group.hubs.map(\.name))
        guard group.stray.isEmpty else {
            let stray = Judgement.naming(group.stray.map(\.name))
            return .fail(
                "\(stray) is joined to others, yet not to the hub \(hubs)",
                group.stray.prefix(4).map { Proof("virtualNetworkPeerings", in: $0.resource) },
                severity: .medium
            )
        }
        return .pass("\(hubs) is the hub of \(names)", proofs)
    }

    private static func peers(_ names: String...) -> [String] { names.map { ExampleRows.peering(to: $0) } }

    private static var hubAndSpoke: String {
        ExampleRows.estate(
            ExampleRows.network("vnet-hub", "10.0.0.0/22", peerings: peers("vnet-a", "vnet-b")),
            ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: peers("vnet-hub")),
            ExampleRows.network("vnet-b", "10.2.0.0/16", peerings: peers("vnet-hub")),
            ExampleRows.firewall(in: "vnet-hub")
        )
    }

    private static let connection = """
        {"id": "\(ExampleRows.group)/virtualHubs/vhub/hubVirtualNetworkConnections/c", "name": "c",
         "type": "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections",
         "properties": {\(ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", "vnet-a"))}}
        """
}
