import Topology

extension Control {
    /// E3-02: encryption stays off where it is not supported.
    package static let encryptionBreaksNothing = Control(
        id: "E3-02",
        name: "vnet-encryption-unsupported",
        title: "No virtual network is encrypted that holds what encryption breaks",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            Gateways of ExpressRoute, resolvers, Private Link services, firewalls, application gateways and \
            confidential machines do not work in an encrypted network: traffic is dropped, often unnoticed.
            """,
        remediation: Remediation(
            "Switch encryption off for this network, or move what does not go with it to another one.",
            command: "az network vnet update -g RG -n VNET --enable-encryption false"
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .networks { layout in
            let blockers = EncryptionBlockers(layout.topology)
            return layout.networks.map {
                ($0.resource, judge($0, blockers))
            }
        },
        examples: [
            .fails(hubEstate(#""encryption": {"enabled": true}"#)),
            .passes(
                ExampleRows.estate(
                    ExampleRows.network("vnet", "10.1.0.0/16", #""encryption": {"enabled": true}"#)
                )
            ),
            .unknown(hubEstate(#""encryption": {"enabled": {"$symbolic": "[parameters('encrypt')]"}}"#)),
            .unknown(hubEstate(#""encryption": {"enforcement": "AllowUnencrypted"}"#)),
            .notApplicable(hubEstate("")),
        ]
    )

    private static func judge(
        _ network: VirtualNetwork,
        _ all: EncryptionBlockers
    ) -> Judgement {
        let blockers = all.inside(network.id)
        let proof = Proof("encryption.enabled", expected: "false")
        switch network.isEncrypted {
        case .set(true):
            guard !blockers.isEmpty else {
                if let doubt = all.doubt(about: network.id) { return .unknown(doubt, proof) }
                return .pass("Nothing in \(network.name) stands in the way of its encryption", proof)
            }
            let names = blockers.map { "\($0.resource.name) (\($0.what))" }.joined(separator: ", ")
            return .fail("\(network.name) is encrypted and holds \(names)", [proof] + blockers.map(\.proof))
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent, .set(false): return .notApplicable("\(network.name) is not encrypted.")
        }
    }

    private static func hubEstate(_ encryption: String) -> String {
        ExampleRows.estate(
            ExampleRows.network("vnet-hub", "10.0.0.0/22", encryption),
            ExampleRows.gateway(in: "vnet-hub", "ExpressRoute")
        )
    }
}
