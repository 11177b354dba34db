import Topology

extension Control {
    /// E5-18: every session has a name and a time.
    package static let bastionSessionsAreLogged = Control(
        id: "E5-18",
        name: "bastion-audit-log",
        title: "The audit log of Bastion is kept",
        severity: .medium,
        principles: [.assumeBreach],
        types: BastionHost.types,
        why: """
            Every way to the machines leads through Bastion, so its log answers who was where. Unless it is \
            sent somewhere, Azure keeps none of it.
            """,
        remediation: Remediation(
            "Send the audit log to the workspace that your alerts read.",
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource BASTION-ID --workspace WORKSPACE \
                --logs '[{"category": "BastionAuditLogs", "enabled": true}]'
                """
        ),
        documentation: "https://learn.microsoft.com/azure/bastion/monitor-bastion",
        benchmarks: [
            "mcsb": ["LT-3", "LT-4"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
            "nist-800-207": ["T7"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            return topology.all(BastionHost.self).map {
                ($0.resource, collection.judge($0.resource, ["BastionAuditLogs"]))
            }
        },
        examples: [
            .passes(logged(#""category": "BastionAuditLogs", "enabled": true"#)),
            .passes(logged(#""categoryGroup": "allLogs", "enabled": true"#)),
            .fails(logged(#""category": "BastionAuditLogs", "enabled": false"#)),
            .fails(logged(#""category": "Other", "enabled": true"#)),
            .fails(logged(#""category": "BastionAuditLogs", "enabled": true"#, to: "storageAccountId")),
            .fails(logged(#""categoryGroup": "allLogs", "enabled": true"#, of: "/bastions/other")),
            .unknown(
                logged(#""category": "BastionAuditLogs", "enabled": {"$symbolic": "[parameters('on')]"}"#)
            ),
            .unknown(BastionEstate.bastion("Standard")),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func logged(
        _ log: String,
        to destination: String = "workspaceId",
        of resource: String = BastionEstate.id
    ) -> String {
        ExampleRows.estate(
            BastionEstate.bastion("Standard"),
            """
            {"id": "\(resource)/providers/Microsoft.Insights/diagnosticSettings/d", "name": "d",
             "type": "Microsoft.Insights/diagnosticSettings", "properties": {
               "\(destination)": "/subscriptions/s/law", "logs": [{\(log)}]}}
            """
        )
    }
}
