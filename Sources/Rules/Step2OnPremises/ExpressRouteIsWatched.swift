import Topology

extension Control {
    /// E2-18: somebody hears of it when the line behaves strangely.
    package static let expressRouteIsWatched = Control(
        id: "E2-18",
        name: "expressroute-monitoring",
        title: "ExpressRoute is monitored, and an alert watches each circuit",
        severity: .medium,
        principles: [.assumeBreach],
        types: ExpressRouteCircuit.types + ExpressRoutePort.types + VirtualNetworkGateway.types
            + ExpressRouteGateway.types,
        why: """
            When a path is lost, traffic takes another one without a word, and a flood or a leak shows as nothing \
            but a number. Unless logs are kept and an alert is set, both go unseen.
            """,
        remediation: Remediation(
            "Send the logs to the workspace that is watched, and set an alert on the circuit's metrics.",
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource RESOURCE-ID --workspace WORKSPACE \
                --logs '[{"categoryGroup": "allLogs", "enabled": true}]' \
                --metrics '[{"category": "AllMetrics", "enabled": true}]' && \
                az monitor metrics alert create -g RG -n ALERT --scopes CIRCUIT-ID \
                --condition "avg BgpAvailability < 100" --action ACTION-GROUP
                """
        ),
        question: "Who receives the alert, at night too?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-encryption\
            #step-2-secure-and-verify-communication-from-an-on-premises-network-to-azure-vnets
            """,
        benchmarks: [
            "mcsb": ["LT-3", "LT-4"],
            "alz": ["D06.23"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
            "nist-800-207": ["T7"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            let alerts = topology.all(MetricAlert.self)
            let circuits = topology.all(ExpressRouteCircuit.self).map { circuit in
                let parts = [collection.judgeAny(of: circuit.resource), alarm(of: circuit, alerts)]
                return (
                    circuit.resource,
                    Judgement.combining(parts, pass: "\(circuit.name) is logged and watched")
                )
            }
            let others =
                topology.all(ExpressRoutePort.self).map(\.resource)
                + topology.all(ExpressRouteGateway.self).map(\.resource)
            return circuits + others.map { ($0, collection.judgeAny(of: $0)) }
                + GatewayCircuits(topology).judge { gateway, _ in collection.judgeAny(of: gateway.resource) }
        },
        examples: [
            .fails(watched(setting(log: "false"), alert())),
            .fails(watched(setting(on: "other"), alert())),
            .fails(watched(setting(), alert(on: "other"))),
            .fails(watched(setting(), alert(enabled: "false"))),
            .fails(watched(MACsecLinks.estate(""), setting(), alert())),
            .fails(watched(GatewayForVPN.expressRouteEstate, setting(), alert())),
            .fails(watched(ExampleRows.row("expressRouteGateways", "ergw", ""), setting(), alert())),
            .passes(watched(setting(), alert())),
            .passes(watched(setting(), alert(on: nil))),
            .unknown(watched(alert())),
            .unknown(watched(setting())),
            .unknown(watched(setting(), alert(enabled: "null"))),
            .unknown(
                watched(
                    setting(),
                    alert(on: "other").replacing(#""scopes": ["#, with: #""scopes": [{"$symbolic": "[x]"}, "#)
                )
            ),
            .notApplicable(GatewayForVPN.estate("")),
        ]
    )

    /// Whether an alert that is on watches the circuit, or all that is in its group or subscription.
    private static func alarm(of circuit: ExpressRouteCircuit, _ alerts: [MetricAlert]) -> Judgement {
        let proof = Proof("id", expected: "a metric alert with this scope")
        guard !alerts.isEmpty else {
            return .unknown("the input holds no metric alerts: export microsoft.insights/metricalerts", proof)
        }
        let own = alerts.filter { alert in
            alert.scopes.contains { circuit.id.isSame(orBelow: ResourceID($0)) }
        }
        let judged = own.map { alert in
            let flag = Proof("enabled", expected: "true", in: alert.resource)
            return alert.enabled.judged(by: flag, of: alert.name) {
                $0
                    ? .pass(
                        "\(alert.name) watches \(circuit.name)",
                        Proof("scopes", in: alert.resource),
                        flag
                    )
                    : .fail("\(alert.name) is switched off", flag)
            }
        }
        // What an alert looks at may be known to Azure alone.
        let doubts = alerts.compactMap { alert -> Judgement? in
            alert.resource.fields.list("scopes").reason.map {
                .unknown($0, Proof("scopes", in: alert.resource))
            }
        }
        let verdict = Judgement.either(judged + doubts, fail: "No alert watches \(circuit.name)")
        return verdict.outcome == .fail ? .fail(verdict.message, [proof] + verdict.evidence) : verdict
    }

    private static func watched(_ rows: String...) -> String {
        let all = [ExampleRows.row("expressRouteCircuits", "erc", #""bandwidthInGbps": 1"#)] + rows
        return "[\(all.joined(separator: ",\n "))]"
    }

    private static func setting(log: String = "true", on resource: String = "erc") -> String {
        """
        {"id": "\(ExampleRows.group)/expressRouteCircuits/\(resource)/providers/Microsoft.Insights/diagnosticSettings/d",
         "name": "d", "type": "Microsoft.Insights/diagnosticSettings", "properties": {
           "workspaceId": "/subscriptions/s/law", "logs": [{"category": "PeeringRouteLog", "enabled": \(log)}]}}
        """
    }

    private static func alert(on name: String? = "erc", enabled: String = "true") -> String {
        let scope = name.map { "\(ExampleRows.group)/expressRouteCircuits/\($0)" } ?? "/subscriptions/s"
        return """
            {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/metricAlerts/ma", "name": "ma",
             "type": "Microsoft.Insights/metricAlerts", "properties": {"scopes": ["\(scope)"], "enabled": \(enabled)}}
            """
    }
}
