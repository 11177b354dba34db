import Topology

extension Control {
    /// E5-13: no way around the sign-in.
    package static let bastionSharesNoLinks = Control(
        id: "E5-13",
        name: "bastion-shareable-links",
        title: "Bastion hands out no shareable links",
        severity: .high,
        principles: [.verifyExplicitly],
        types: ["Microsoft.Network/bastionHosts"],
        why: """
            A link leads whoever has it to the logon screen of a machine, past the sign-in to the portal and \
            every condition that is checked there.
            """,
        remediation: Remediation(
            "Switch shareable links off; delete the links that were given out.",
            command: "az network bastion update -g GROUP -n BASTION --set enableShareableLink=false"
        ),
        question: "Who uses the links, and could they sign in to the portal instead?",
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: [
            "mcsb": ["PA-6", "IM-7"],
            "nist-800-53": ["AC-2", "SC-2", "SC-7", "AC-3", "AC-6"],
        ],
        decision: .each { resource, topology in
            guard let bastion = topology.find(BastionHost.self, resource.id) else { return nil }
            let proof = Proof("enableShareableLink", expected: "false")
            switch bastion.enableShareableLink {
            case .set(true): return .fail("\(bastion.name) can hand out links to machines", proof)
            case .set(false): return .pass("\(bastion.name) hands out no links", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            case .absent:
                // Only Standard and Premium know such links (azure-semantics 7.3).
                return bastion.skuName.is("Basic", "Developer")
                    ? .notApplicable(
                        "\(bastion.name) is a \(bastion.skuName.value ?? "") Bastion, which has no links"
                    )
                    : .unknown("the input has no enableShareableLink", proof)
            }
        },
        examples: [
            .passes(BastionEstate.bastion("Standard", #""enableShareableLink": false"#)),
            .fails(BastionEstate.bastion("Premium", #""enableShareableLink": true"#)),
            .unknown(BastionEstate.bastion("Standard", "")),
            .notApplicable(BastionEstate.bastion("basic", "")),
        ]
    )
}
