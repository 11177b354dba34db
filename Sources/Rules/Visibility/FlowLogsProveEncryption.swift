import Topology

extension Control {
    /// V2-04: encryption is measured, not believed.
    package static let flowLogsProveEncryption = Control(
        id: "V2-04",
        name: "flow-encryption-proof",
        title: "Flow logs prove that traffic between machines is encrypted",
        severity: .info,
        tier: .extended,
        principles: [.verifyExplicitly],
        types: VirtualNetwork.types,
        why: """
            With encryption allowed and not enforced, a machine that cannot encrypt talks in clear text and \
            nothing fails. Only the flow log says of each flow whether it was encrypted.
            """,
        remediation: Remediation(
            """
            Look for flows whose encryption field is not X: NX_HW_NOT_SUPPORTED and NX_SW_NOT_READY name the \
            machine, NX_NOT_ACCEPTED and NX_NOT_SUPPORTED the other side.
            """
        ),
        question:
            "Which share of the flows does the flow log mark with X, and which machines have the others?",
        documentation: "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
        benchmarks: [
            "mcsb": ["DP-3", "LT-4"],
            "nist-800-53": ["SC-8", "AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .each { resource, _ in
            let encryption = resource.fields.inner("encryption").flag("enabled")
            let proof = Proof("encryption.enabled")
            if let reason = encryption.reason { return .unknown(reason, proof) }
            guard encryption.value == true else { return nil }
            return .ask(
                "Which share of the flows of \(resource.name) does the flow log mark with X, and who has the others?",
                proof,
                Proof("encryption.enforcement")
            )
        },
        examples: [
            .asks(ExampleRows.network("vnet-app", "10.1.0.0/16", #""encryption": {"enabled": true}"#)),
            .unknown(
                ExampleRows.network(
                    "vnet-app",
                    "10.1.0.0/16",
                    #""encryption": {"enabled": {"$symbolic": "[p]"}}"#
                )
            ),
            .notApplicable(
                ExampleRows.network("vnet-app", "10.1.0.0/16", #""encryption": {"enabled": false}"#)
            ),
            .notApplicable(ExampleRows.network("vnet-app", "10.1.0.0/16")),
        ]
    )
}
