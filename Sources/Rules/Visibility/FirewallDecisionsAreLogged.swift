import Topology

extension Control {
    /// V3-01: what the firewall decides can be looked up.
    package static let firewallDecisionsAreLogged = Control(
        id: "V3-01",
        name: "firewall-logs",
        title: "The decisions of each firewall go to a workspace, in tables of their own",
        severity: .high,
        principles: [.assumeBreach],
        types: AzureFirewall.types,
        why: """
            Each flow in and out passes the firewall, so its log is the best witness there is. Unless it is \
            sent somewhere, Azure keeps none of it.
            """,
        remediation: Remediation(
            "Send all logs of the firewall to the workspace that your alerts read, into resource-specific tables.",
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource FIREWALL-ID --workspace WORKSPACE \
                --export-to-resource-specific true --logs '[{"categoryGroup": "allLogs", "enabled": true}]'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility#azure-firewall",
        benchmarks: [
            "mcsb": ["LT-3", "LT-4"],
            "zta": ["26887"],
            "alz": ["D07.09"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            return topology.all(AzureFirewall.self).map {
                ($0.resource, judge($0.resource, collection, topology))
            }
        },
        examples: [
            .passes(logged([#"{"categoryGroup": "allLogs", "enabled": true}"#], dedicated)),
            .passes(logged(decisions.map(DiagnosticRows.category), dedicated)),
            .fails(logged(decisions.dropLast().map(DiagnosticRows.category), dedicated)),
            .fails(logged(["AzureFirewallNetworkRule"].map(DiagnosticRows.category), dedicated)),
            .fails(
                logged(
                    decisions.map(DiagnosticRows.category),
                    #""logAnalyticsDestinationType": "AzureDiagnostics""#
                )
            ),
            .unknown(logged(decisions.map(DiagnosticRows.category), "")),
            .unknown(firewall),
            .notApplicable("[]"),
        ]
    )

    private static let decisions = ["AZFWNetworkRule", "AZFWApplicationRule", "AZFWNatRule"]

    private static func judge(
        _ firewall: Resource,
        _ collection: LogCollection,
        _ topology: Topology
    ) -> Judgement {
        let kept = collection.judge(firewall, decisions)
        guard kept.outcome == .pass else { return kept }
        let tables = topology.all(DiagnosticSetting.self, below: firewall.id)
            .filter { $0.workspace.value != nil }
            .map { setting -> Judgement in
                let proof = Proof("logAnalyticsDestinationType", expected: "Dedicated", in: setting.resource)
                return setting.destinationType.judged(by: proof, of: setting.name) { type in
                    type.isSame(as: "Dedicated")
                        ? kept
                        : .fail("\(setting.name) mixes the logs of \(firewall.name) with all others", proof)
                }
            }
        // Beside one setting that does it right another one does no harm; by event hub alone there are no tables.
        return tables.first { $0.outcome == .pass } ?? (tables.isEmpty ? kept : .combining(tables, pass: ""))
    }

    private static let dedicated = #""logAnalyticsDestinationType": "Dedicated""#
    private static let firewall = ExampleRows.firewall(in: "vnet-hub")

    private static func logged(_ logs: [String], _ more: String) -> String {
        let id = "\(ExampleRows.group)/azureFirewalls/afw-hub"
        return ExampleRows.estate(firewall, DiagnosticRows.setting(logs, of: id, more))
    }
}
