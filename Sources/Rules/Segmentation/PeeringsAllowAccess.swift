import Topology

extension Control {
    /// S2-05: a peering that carries nothing is a filter in the wrong place.
    package static let peeringsAllowAccess = Control(
        id: "S2-05",
        name: "peering-access",
        title: "Peerings carry traffic, and filters decide which",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types,
        why: """
            Without access a peering leaves the remote addresses out of the tag VirtualNetwork, so every rule with \
            that tag means something else than it says. Security groups and the firewall refuse in the open.
            """,
        remediation: Remediation(
            "Allow access on the peering, and refuse what must not pass by security groups or the firewall.",
            command: """
                az network vnet peering update -g GROUP --vnet-name VNET -n PEERING --set \
                allowVirtualNetworkAccess=true
                """
        ),
        documentation:
            "https://github.com/Azure/review-checklists/blob/main/checklists/alz_checklist.en.json",
        benchmarks: ["alz": ["D01.13"]],
        decision: .networks { layout in
            PeeringFlags.judge(layout, pass: { "Every peering of \($0.name) carries traffic" }) {
                peering,
                network in
                let name = "\(peering.name) of \(network.name)"
                let proof = network.proof("allowVirtualNetworkAccess", of: peering, expected: "true")
                return peering.allowVirtualNetworkAccess.judged(by: proof, of: name) {
                    $0 ? .pass("\(name) carries traffic", proof) : .fail("\(name) carries no traffic", proof)
                }
            }
        },
        examples: [
            .passes(estate(#""allowVirtualNetworkAccess": true"#)),
            .fails(estate(#""allowVirtualNetworkAccess": false"#)),
            .unknown(estate("")),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )

    private static func estate(_ flag: String) -> String {
        ExampleRows.estate(
            ExampleRows.network(
                "vnet-a",
                "10.1.0.0/16",
                peerings: [ExampleRows.peering(to: "vnet-b", "10.2.0.0/16", flag)]
            )
        )
    }
}
