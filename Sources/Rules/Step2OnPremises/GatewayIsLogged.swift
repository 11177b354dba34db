import Topology

extension Control {
    /// E2-19: the gateway tells who tried to come in.
    package static let gatewayIsLogged = Control(
        id: "E2-19",
        name: "vpn-gateway-logs",
        title: "The logs of VPN gateways are kept: gateway, tunnels, routes, IKE and users",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types,
        why: """
            A sign-in that failed a thousand times, a tunnel that suddenly agreed on less: the gateway writes both \
            down and forgets them unless its logs are sent somewhere.
            """,
        remediation: Remediation(
            "Send all logs of the gateway to the workspace that your alerts read.",
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource GATEWAY-ID --workspace WORKSPACE \
                --logs '[{"categoryGroup": "allLogs", "enabled": true}]'
                """
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/monitor-vpn-gateway",
        benchmarks: [
            "mcsb": ["LT-3", "LT-4"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
            "nist-800-207": ["T7"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            return topology.resources(of: VirtualNetworkGateway.types[0]).map { gateway in
                (gateway, GatewayForVPN.judge(gateway) { _ in collection.judge(gateway, categories) })
            }
            .compactMap { gateway, judgement in judgement.map { (gateway, $0) } }
        },
        examples: [
            .fails(logged(categories.dropLast().map { #""category": "\#($0)", "enabled": true"# })),
            .fails(logged(categories.map { #""category": "\#($0)", "enabled": false"# })),
            .fails(logged([#""categoryGroup": "allLogs", "enabled": true"#], of: "vgw-other")),
            .passes(logged(categories.map { #""category": "\#($0)", "enabled": true"# })),
            .passes(logged([#""categoryGroup": "allLogs", "enabled": true"#])),
            .unknown(logged([#""categoryGroup": {"$symbolic": "[parameters('logs')]"}, "enabled": true"#])),
            .unknown(GatewayForVPN.estate("")),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static let categories = [
        "GatewayDiagnosticLog", "TunnelDiagnosticLog", "RouteDiagnosticLog", "IKEDiagnosticLog",
        "P2SDiagnosticLog",
    ]

    private static func logged(_ logs: [String], of gateway: String = "vgw-vpn") -> String {
        let id = "\(ExampleRows.group)/virtualNetworkGateways/\(gateway)"
        return ExampleRows.estate(
            GatewayForVPN.estate(#""vpnType": "RouteBased""#),
            """
            {"id": "\(id)/providers/Microsoft.Insights/diagnosticSettings/d", "name": "d",
             "type": "Microsoft.Insights/diagnosticSettings", "properties": {"workspaceId": "/subscriptions/s/law",
               "logs": [\(logs.map { "{\($0)}" }.joined(separator: ", "))]}}
            """
        )
    }
}
