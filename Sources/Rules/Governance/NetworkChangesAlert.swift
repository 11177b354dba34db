import Topology

extension Control {
    /// S0-14: a change that nobody ordered is noticed.
    package static let networkChangesAlert = Control(
        id: "S0-14",
        name: "network-change-alerts",
        title: "Changes to filters, routes, public addresses and firewall policies raise an alert",
        severity: .medium,
        principles: [.assumeBreach],
        types: ActivityLogAlert.types + Subscription.types,
        why: """
            Who is inside opens a port or a route first. The activity log writes it down within minutes, and \
            nobody reads the activity log unless it calls.
            """,
        remediation: Remediation(
            "Create an alert for writing and one for deleting of each kind, and send them to the network team.",
            command: """
                az monitor activity-log alert create -g GROUP -n NAME --scope /subscriptions/ID --condition \
                category=Administrative and operationName=Microsoft.Network/networkSecurityGroups/write
                """
        ),
        question: "Who reads these alerts?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas",
        benchmarks: [
            "mcsb": ["LT-3"],
            "cis-2.0": ["5.2.3", "5.2.4", "5.2.9", "5.2.10"],
            "cis-3.0": ["6.2.3", "6.2.4", "6.2.9", "6.2.10"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let alerts = topology.all(ActivityLogAlert.self)
            // Diagnostic settings are exported one by one; anything else of Insights shows that alerts would be there.
            let isShown = topology.types.contains {
                $0.namespace.isSame(as: "Microsoft.Insights") && $0 != DiagnosticSetting.types[0]
            }
            let networks = Set(
                topology.all(VirtualNetwork.self).compactMap { $0.id.subscription?.lowercased() }
            )
            // Each alert by the scopes it names; one whose scopes cannot be read may watch any.
            var watching: [ResourceID: [Int]] = [:]
            for index in alerts.indices {
                for scope in Set(alerts[index].scopes.map { ResourceID($0) }) {
                    watching[scope, default: []].append(index)
                }
            }
            let anywhere = alerts.indices.filter { alerts[$0].resource.fields.list("scopes").reason != nil }
            return topology.subscriptions.compactMap { subscription in
                guard networks.contains(subscription.id.name.lowercased()),
                    let resource = subscription.standIn(in: topology)
                else { return nil }
                return (
                    resource,
                    isShown
                        ? judge(
                            subscription,
                            Set(anywhere + watching[subscription.id, default: []]).sorted().map { alerts[$0] }
                        )
                        : .unknown(
                            "the input holds nothing of Microsoft.Insights, so no alerts either",
                            Proof("id")
                        )
                )
            }
        },
        examples: [
            .passes(alerting(guarded + routed)),
            .passes(alerting([""])),
            .fails(alerting(Array((guarded + routed).dropFirst()))),
            .fails(alerting(guarded)),
            .fails(alerting(guarded + routed, #""enabled": false, "#)),
            .fails(alerting(guarded + routed, scope: "/subscriptions/other")),
            .fails(alerting(guarded + routed, beside: #", {"field": "resourceGroup", "equals": "rg"}"#)),
            .unknown(alerting(guarded + routed, beside: #", {"anyOf": []}"#)),
            .unknown("[\(WorkloadEstate.row("Microsoft.Network/virtualNetworks", "vnet"))]"),
            .notApplicable("[]"),
        ]
    )

    private static func operations(_ kinds: String...) -> [String] {
        kinds.flatMap { kind in ["write", "delete"].map { "Microsoft.Network/\(kind)/\($0)" } }
    }

    private static let guarded = operations("networkSecurityGroups", "publicIPAddresses")
    private static let routed = operations("routeTables", "firewallPolicies")

    private static func judge(
        _ subscription: Topology.SubscriptionScope,
        _ here: [ActivityLogAlert]
    ) -> Judgement {
        let missing = (guarded + routed).filter { operation in
            !here.contains { $0.coverage(of: operation) == .set(true) }
        }
        let proofs = here.prefix(8).map { Proof("condition.allOf", in: $0.resource) }
        guard let first = missing.first else {
            return .pass("Changes to the network of \(subscription.displayName) raise alerts", proofs)
        }
        let doubts = here.lazy.flatMap { alert in missing.compactMap { alert.coverage(of: $0).reason } }
        if let doubt = doubts.first { return .unknown(doubt, proofs) }
        let more = missing.count > 1 ? " and \(missing.count - 1) more operations" : ""
        let expected = Proof("id", expected: "an alert on \(missing.joined(separator: ", "))")
        return .fail(
            "\(first)\(more) in \(subscription.displayName) raises no alert",
            [expected] + proofs,
            severity: missing.contains(where: guarded.contains) ? nil : .low
        )
    }

    private static func alerting(
        _ operations: [String],
        _ enabled: String = "",
        scope: String = "/subscriptions/s",
        beside condition: String = ""
    ) -> String {
        let alerts = operations.enumerated().map { index, operation in
            let named = operation.isEmpty ? "" : #", {"field": "operationName", "equals": "\#(operation)"}"#
            return WorkloadEstate.row(
                "Microsoft.Insights/activityLogAlerts",
                "alert\(index)",
                #"\#(enabled)"scopes": ["\#(scope)"], "condition": {"allOf": [{"field": "category", "equals": "Administrative"}\#(named)\#(condition)]}"#
            )
        }
        let network = WorkloadEstate.row("Microsoft.Network/virtualNetworks", "vnet")
        return "[\(([network] + alerts).joined(separator: ", "))]"
    }
}

extension ActivityLogAlert {
    /// Whether every such operation in its scope raises it; what narrows it to a part of them does not count.
    fileprivate func coverage(of operation: String) -> Setting<Bool> {
        if let reason = enabled.reason ?? resource.fields.list("scopes").reason {
            return .unknown(reason: reason)
        }
        guard enabled.value ?? true else { return .set(false) }
        for condition in conditions {
            guard let field = condition.field.value, let value = condition.equals.value else {
                let gap = condition.field.reason ?? condition.equals.reason
                return .unknown(reason: gap ?? "a condition of \(name) is more than a field and its value")
            }
            switch field.lowercased() {
            case "category" where value.isSame(as: "Administrative"),
                "operationname" where value.isSame(as: operation), "status", "level":
                continue
            default: return .set(false)
            }
        }
        return conditions.isEmpty ? .unknown(reason: "the input has no conditions of \(name)") : .set(true)
    }
}
