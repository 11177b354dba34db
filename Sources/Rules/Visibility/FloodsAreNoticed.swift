import JSON
import Topology

extension Control {
    /// V3-05: a flood is noticed while it lasts.
    package static let floodsAreNoticed = Control(
        id: "V3-05",
        name: "ddos-telemetry",
        title: "Floods against public addresses are logged and raise an alert",
        severity: .medium,
        principles: [.assumeBreach],
        types: PublicIPAddress.types + MetricAlert.types,
        why: """
            A flood is often the noise behind which something else happens. Protection works without you; \
            knowing of it does not.
            """,
        remediation: Remediation(
            """
            Send the three DDoS categories of the address to a workspace, and raise an alert on the metric \
            IfUnderDDoSAttack.
            """,
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource ADDRESS-ID --workspace WORKSPACE \
                --logs '[{"categoryGroup": "allLogs", "enabled": true}]'
                """
        ),
        question: "Was an attack simulated, and who got the alert?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility#azure-ddos-protection",
        benchmarks: [
            "mcsb": ["LT-4", "NS-5"],
            "zta": ["26885", "26886"],
            "alz": ["D05.08"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4", "SC-5", "SC-7"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            let owners = PublicAddressOwners(topology)
            let alerts = topology.all(MetricAlert.self)
            return topology.all(PublicIPAddress.self).compactMap { address in
                // By a NAT gateway nothing comes in, and what nobody uses cannot be flooded.
                guard !address.ddosProtectionMode.is("Disabled"), let owner = owners.owner(of: address),
                    owner.type != NATGateway.types[0]
                else { return nil }
                return (
                    address.resource,
                    .combining(
                        [collection.judge(address.resource, categories), judge(address, alerts)],
                        pass: "Floods against \(address.name) are logged and raise an alert"
                    )
                )
            }
        },
        examples: [
            .passes(ExampleRows.estate(address(), logs(categories), alert(scope: id))),
            .passes(
                ExampleRows.estate(
                    address(),
                    logs(categories),
                    alert(scope: "/subscriptions/S/resourceGroups/rg")
                )
            ),
            .fails(ExampleRows.estate(address(), logs(Array(categories.dropFirst())), alert(scope: id))),
            .fails(ExampleRows.estate(address(), logs(Array(categories.dropLast())), alert(scope: id))),
            .fails(ExampleRows.estate(address(), logs([categories[0], categories[2]]), alert(scope: id))),
            .fails(ExampleRows.estate(address(), logs(categories), alert(scope: id + "2"))),
            .fails(ExampleRows.estate(address(), logs(categories), alert(scope: id, #""enabled": false"#))),
            .fails(ExampleRows.estate(address(), logs(categories), alert(scope: id, metric: "ByteCount"))),
            .unknown(ExampleRows.estate(address(), logs(categories))),
            .unknown(ExampleRows.estate(address(), alert(scope: id))),
            .notApplicable(address(#""ddosSettings": {"protectionMode": "Disabled"}"#)),
            .notApplicable(ExampleRows.row("publicIPAddresses", "idle", "")),
            .notApplicable(ExampleRows.row("publicIPAddresses", "out", nat)),
        ]
    )

    private static let categories = [
        "DDoSProtectionNotifications", "DDoSMitigationFlowLogs", "DDoSMitigationReports",
    ]

    private static func judge(_ address: PublicIPAddress, _ alerts: [MetricAlert]) -> Judgement {
        let proof = Proof("id", expected: "an alert on IfUnderDDoSAttack")
        guard !alerts.isEmpty else {
            return .unknown("The input holds no metric alerts: export microsoft.insights/metricalerts", proof)
        }
        let watching = alerts.filter { alert in
            alert.scopes.contains { address.id.isSame(orBelow: ResourceID($0)) } && watchesFloods(alert)
        }
        if let alert = watching.first(where: { $0.enabled == .set(true) }) {
            return .pass("", Proof("criteria", in: alert.resource))
        }
        let doubt = alerts.lazy.compactMap(Self.doubt).first
        if let doubt { return .unknown(doubt.reason, Proof(doubt.path, in: doubt.resource)) }
        guard let alert = watching.first else {
            return .fail("No alert tells of a flood against \(address.name)", proof)
        }
        let enabled = Proof("enabled", expected: "true", in: alert.resource)
        return alert.enabled.judged(by: enabled, of: alert.name) { _ in
            .fail("\(alert.name), which tells of a flood against \(address.name), is off", enabled)
        }
    }

    private static func criteria(_ alert: MetricAlert) -> [JSONObject] {
        alert.resource.fields.inner("criteria").items("allOf")
    }

    private static func watchesFloods(_ alert: MetricAlert) -> Bool {
        criteria(alert).contains { $0.text("metricName").is("IfUnderDDoSAttack") }
    }

    /// What of an alert cannot be read, so that it may be the one that is missed.
    private static func doubt(_ alert: MetricAlert) -> (reason: String, path: String, resource: Resource)? {
        let fields = alert.resource.fields
        if let reason = fields.list("scopes").reason { return (reason, "scopes", alert.resource) }
        let reasons = criteria(alert).lazy.compactMap { $0.text("metricName").reason }
        let reason =
            fields.inner("criteria").array("allOf").reason ?? fields.object("criteria").reason
            ?? reasons.first
        return reason.map { ($0, "criteria", alert.resource) }
    }

    private static let id = "\(ExampleRows.group)/publicIPAddresses/pip"
    private static let nat = ExampleRows.link("natGateway", "natGateways", "nat")

    private static func address(_ more: String = #""ipAddress": "198.51.100.7""#) -> String {
        let owner = "\(ExampleRows.group)/azureFirewalls/afw/azureFirewallIpConfigurations/ip"
        return ExampleRows.row(
            "publicIPAddresses",
            "pip",
            #""ipConfiguration": {"id": "\#(owner)"}, \#(more)"#
        )
    }

    private static func logs(_ categories: [String]) -> String {
        DiagnosticRows.setting(categories.map(DiagnosticRows.category), of: id)
    }

    private static func alert(
        scope: String,
        metric: String = "IfUnderDDoSAttack",
        _ state: String = #""enabled": true"#
    ) -> String {
        """
        {"id": "/subscriptions/s/alerts/a", "name": "a", "type": "Microsoft.Insights/metricAlerts", "properties": {
          \(state), "scopes": ["\(scope)"], "criteria": {"allOf": [{"metricName": "\(metric)"}]}}}
        """
    }
}
