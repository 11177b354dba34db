import Topology

extension Control {
    /// E5-16: what was done, not only who came.
    package static let bastionRecordsSessions = Control(
        id: "E5-16",
        name: "bastion-recording",
        title: "Bastion records its sessions",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: BastionHost.types,
        why: """
            A log tells who opened a session. What was done in it shows only a recording, and after a breach \
            that is the question.
            """,
        remediation: Remediation(
            "Raise the tier to Premium and switch recording on, with a storage account that nobody can rewrite.",
            command: "az network bastion update -g GROUP -n BASTION --sku Premium --session-recording true"
        ),
        question: "Is recording required of you, or forbidden?",
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: [
            "mcsb": ["LT-3"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .each { resource, topology in
            guard let bastion = topology.find(BastionHost.self, resource.id) else { return nil }
            let proof = Proof("enableSessionRecording", expected: "true")
            if bastion.enableSessionRecording.isAbsent, bastion.skuName.is("Developer", "Basic", "Standard") {
                return .fail("\(bastion.name) cannot record sessions in its tier", Proof("sku.name"), proof)
            }
            return bastion.enableSessionRecording.judged(by: proof, of: bastion.name) {
                $0
                    ? .pass("\(bastion.name) records", proof)
                    : .fail("\(bastion.name) records no session", proof)
            }
        },
        examples: [
            .passes(BastionEstate.bastion("Premium", #""enableSessionRecording": true"#)),
            .fails(BastionEstate.bastion("Premium", #""enableSessionRecording": false"#)),
            .fails(BastionEstate.bastion("Standard")),
            .unknown(BastionEstate.bastion("Premium")),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )
}
