import Topology

extension Control {
    /// E5-14: a screen to work on, not a way to carry files out.
    package static let bastionKeepsDataInside = Control(
        id: "E5-14",
        name: "bastion-copy-paste",
        title: "Bastion sessions neither copy and paste nor transfer files",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: BastionHost.types,
        why: """
            A session is for working on a machine. As long as it carries text and files both ways, data \
            leaves by it past the firewall, and tools come in.
            """,
        remediation: Remediation(
            "Switch both off, and let files pass where they are looked at.",
            command: """
                az network bastion update -g GROUP -n BASTION --set disableCopyPaste=true enableFileCopy=false
                """
        ),
        question: "May data leave these machines by the clipboard or as files?",
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: [
            "mcsb": ["PA-6"],
            "nist-800-53": ["AC-2", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in topology.find(BastionHost.self, resource.id).map(judge) },
        examples: [
            .passes(BastionEstate.bastion("Standard", #""disableCopyPaste": true, "enableFileCopy": false"#)),
            .fails(BastionEstate.bastion("Standard", #""disableCopyPaste": false, "enableFileCopy": false"#)),
            .fails(BastionEstate.bastion("Premium", #""disableCopyPaste": true, "enableFileCopy": true"#)),
            .fails(BastionEstate.bastion("Basic")),
            .unknown(BastionEstate.bastion("Standard", #""disableCopyPaste": true"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ bastion: BastionHost) -> Judgement {
        let (text, files) = (
            Proof("disableCopyPaste", expected: "true"), Proof("enableFileCopy", expected: "false")
        )
        // Below Standard text is always copied, and files never are (azure-semantics 7.3).
        if bastion.skuName.is("Basic", "Developer"), bastion.disableCopyPaste.isAbsent {
            return .fail(
                "\(bastion.name) cannot switch the clipboard off in its tier",
                Proof("sku.name"),
                text
            )
        }
        let copy = bastion.disableCopyPaste.judged(by: text, of: bastion.name) {
            $0 ? .pass("", text) : .fail("Sessions of \(bastion.name) copy and paste", text)
        }
        let transfer = bastion.enableFileCopy.judged(by: files, of: bastion.name) {
            $0 ? .fail("Sessions of \(bastion.name) transfer files", files) : .pass("", files)
        }
        return .combining([copy, transfer], pass: "Sessions of \(bastion.name) carry nothing out")
    }
}
