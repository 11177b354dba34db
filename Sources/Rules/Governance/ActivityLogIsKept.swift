import Topology

extension Control {
    /// S0-15: who did what is known a year later, and not only to the subscription itself.
    package static let activityLogIsKept = Control(
        id: "S0-15",
        name: "activity-log-export",
        title: "The activity log of every subscription goes to a workspace",
        severity: .medium,
        principles: [.assumeBreach],
        types: Subscription.types,
        why: """
            Azure forgets what was done in a subscription after ninety days, and intruders stay longer than \
            that. In a workspace it is kept, searched and compared with the logs of the network.
            """,
        remediation: Remediation(
            "Send the categories Administrative, Security, Alert and Policy to the central workspace.",
            command: """
                az monitor diagnostic-settings subscription create -n to-workspace --location REGION --workspace \
                WORKSPACE --logs '[{"category": "Administrative", "enabled": true}]'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-2-isolate-infrastructure-into-its-own-resource-group",
        benchmarks: [
            "mcsb": ["LT-3", "LT-5", "LT-6"],
            "cis-2.0": ["5.1.1", "5.1.2"],
            "cis-3.0": ["6.1.1", "6.1.2"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4", "AU-11"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            let isShown = topology.all(DiagnosticSetting.self).contains { $0.target?.type == .subscription }
            return topology.all(Subscription.self).map { subscription in
                (
                    subscription.resource,
                    isShown
                        ? collection.judge(
                            subscription.resource,
                            ["Administrative", "Security", "Alert", "Policy"]
                        )
                        : .unknown(
                            """
                            the input holds no diagnostic settings of subscriptions: \
                            az monitor diagnostic-settings subscription list shows them
                            """,
                            Proof("id")
                        )
                )
            }
        },
        examples: [
            .passes(logged(["Administrative", "Security", "Alert", "Policy"])),
            .fails(logged(["Administrative", "Security", "Alert"])),
            .fails(logged(["Administrative", "Security", "Alert", "Policy"], of: "/subscriptions/other")),
            .fails(logged(["Administrative", "Security", "Alert", "Policy"], to: "storageAccountId")),
            .unknown(
                logged(
                    ["Administrative", "Security", "Alert", "Policy"],
                    of: "/subscriptions/s/rgs/rg/vnets/v"
                )
            ),
            .unknown(
                logged(["Administrative", "Security", "Alert", "Policy"])
                    .replacing("true", with: #"{"$symbolic": "[parameters('on')]"}"#)
            ),
            .notApplicable("[]"),
        ]
    )

    private static func logged(
        _ categories: [String],
        of target: String = "/subscriptions/s",
        to destination: String = "workspaceId"
    ) -> String {
        let logs = categories.map { #"{"category": "\#($0)", "enabled": true}"# }.joined(separator: ", ")
        return """
            [{"id": "/subscriptions/s", "name": "s", "type": "Microsoft.Resources/subscriptions", "properties": {}},
             {"id": "\(target)/providers/Microsoft.Insights/diagnosticSettings/d", "name": "d",
              "type": "Microsoft.Insights/diagnosticSettings", "properties": {
                "\(destination)": "/subscriptions/s/law", "logs": [\(logs)]}}]
            """
    }
}
