import Topology

extension Control {
    /// V3-03: who asked the gateway for what.
    package static let gatewayLogsAreCollected = Control(
        id: "V3-03",
        name: "application-gateway-logs",
        title: "Access and WAF logs of each application gateway are collected",
        severity: .medium,
        principles: [.assumeBreach],
        types: ApplicationGateway.types,
        why: """
            Attacks on a web app first show as odd requests and blocked patterns at its gateway. The same log \
            tells which clients still speak old TLS.
            """,
        remediation: Remediation(
            "Send the access log and the firewall log to the workspace that your alerts read.",
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource GATEWAY-ID --workspace WORKSPACE \
                --logs '[{"categoryGroup": "allLogs", "enabled": true}]'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility#application-gateway",
        benchmarks: [
            "mcsb": ["LT-3", "LT-4"],
            "zta": ["26888"],
            "alz": ["A01.46"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            return topology.resources(of: ApplicationGateway.types[0]).map {
                ($0, collection.judge($0, categories))
            }
        },
        examples: [
            .passes(DiagnosticRows.logged(gateway, id: id, categories[0], categories[1])),
            .fails(DiagnosticRows.logged(gateway, id: id, categories[0])),
            .fails(DiagnosticRows.logged(gateway, id: id, categories[1])),
            .unknown(gateway),
            .notApplicable("[]"),
        ]
    )

    private static let categories = ["ApplicationGatewayAccessLog", "ApplicationGatewayFirewallLog"]
    private static let id = "\(ExampleRows.group)/applicationGateways/agw"
    private static let gateway = ExampleRows.row("applicationGateways", "agw", "")
}
