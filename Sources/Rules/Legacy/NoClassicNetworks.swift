import Topology

extension Control {
    /// L-05: nothing of the first Azure.
    package static let noClassicNetworks = Control(
        id: "L-05",
        name: "classic-network",
        title: "No network resource is of the classic deployment model",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks", "Microsoft.ClassicNetwork/virtualNetworks"],
        why: """
            Classic networks retired on 31 August 2024. Roles and policies of today do not hold for them, \
            their gateways know no more than policy-based tunnels with IKEv1, and nobody mends them.
            """,
        remediation: Remediation(
            "Migrate the network with what stands in it, or delete it.",
            command: "az resource delete --ids RESOURCE-ID"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#step-3-review-your-hybrid-connectivity-services",
        benchmarks: [
            "mcsb": ["NS-8"],
            "nist-800-53": ["CM-2", "CM-6", "CM-7"],
        ],
        decision: .estate { topology in
            let classic = topology.types.filter { $0.namespace.lowercased() == "microsoft.classicnetwork" }
            return classic.flatMap(topology.resources(of:)).map {
                ($0, .fail("\($0.name) is of the classic model", Proof("type")))
            }
                + topology.all(VirtualNetwork.self).map {
                    ($0.resource, .pass("\($0.name) is of Resource Manager", Proof("type")))
                }
        },
        examples: [
            .passes(ExampleRows.network("v", "10.0.0.0/16")),
            .fails(
                #"{"id": "/classic/v", "name": "v", "type": "Microsoft.ClassicNetwork/virtualNetworks", "properties": {}}"#
            ),
            .fails(
                """
                [\(ExampleRows.network("v", "10.0.0.0/16")),
                 {"id": "/classic/ip", "name": "ip", "type": "microsoft.classicnetwork/reservedIps", "properties": {}}]
                """
            ),
            .notApplicable(ExampleRows.row("publicIPAddresses", "p", "")),
        ]
    )
}
