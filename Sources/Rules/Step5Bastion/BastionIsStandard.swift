import Topology

extension Control {
    /// E5-12: a Bastion with the switches the others ask for.
    package static let bastionIsStandard = Control(
        id: "E5-12",
        name: "bastion-tier",
        title: "Bastion is of the Standard or Premium tier",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: BastionHost.types,
        why: """
            Below Standard nothing can be switched: neither copying out of sessions nor the native client, \
            and the number of instances is fixed. The Developer tier is shared and has no filter of its own.
            """,
        remediation: Remediation(
            "Raise the tier to Standard; to Premium where sessions are to be recorded.",
            command: "az network bastion update -g GROUP -n BASTION --sku Standard"
        ),
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: [
            "mcsb": ["PA-6"],
            "nist-800-53": ["AC-2", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            guard let bastion = topology.find(BastionHost.self, resource.id) else { return nil }
            let proof = Proof("sku.name", expected: "Standard or Premium")
            return bastion.skuName.judged(by: proof, of: bastion.name) { word in
                switch word.lowercased() {
                case "standard", "premium": .pass("\(bastion.name) is \(word)", proof)
                case "developer":
                    .fail("\(bastion.name) is a shared Bastion for trying out", proof, severity: .medium)
                case "basic": .fail("\(bastion.name) is Basic, which has no switches", proof)
                default: .unknown("\(word) is no tier known here", proof)
                }
            }
        },
        examples: [
            .passes(BastionEstate.bastion("premium")),
            .fails(BastionEstate.bastion("Basic")),
            .fails(BastionEstate.bastion("Developer")),
            .unknown(BastionEstate.bastion("Gold")),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )
}
