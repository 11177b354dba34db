import Topology

extension Control {
    /// V3-04: attacks on the edge are seen.
    package static let frontDoorLogsAreCollected = Control(
        id: "V3-04",
        name: "front-door-logs",
        title: "Access and WAF logs of each Front Door are collected",
        severity: .medium,
        principles: [.assumeBreach],
        types: FrontDoorProfile.types,
        why:
            "What Front Door stops never reaches your own logs: without its own ones an attack leaves no trace.",
        remediation: Remediation(
            "Send the access, health and firewall logs to the workspace that your alerts read.",
            command: """
                az monitor diagnostic-settings create -n to-workspace --resource PROFILE-ID --workspace WORKSPACE \
                --logs '[{"categoryGroup": "allLogs", "enabled": true}]'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility#azure-front-door",
        benchmarks: [
            "mcsb": ["LT-3", "LT-4"],
            "zta": ["26889"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let collection = LogCollection(topology)
            return topology.all(FrontDoorProfile.self).compactMap { profile in
                if let gap = profile.skuName.gap("sku of \(profile.name)") {
                    return (profile.resource, .unknown(gap, Proof("sku.name")))
                }
                guard profile.isFrontDoor else { return nil }
                return (profile.resource, collection.judge(profile.resource, categories))
            }
        },
        examples: [
            .passes(
                DiagnosticRows.logged(profile("Premium_AzureFrontDoor"), id: id, categories[0], categories[1])
            ),
            .fails(DiagnosticRows.logged(profile("Standard_AzureFrontDoor"), id: id, categories[0])),
            .fails(DiagnosticRows.logged(profile("Standard_AzureFrontDoor"), id: id, categories[1])),
            .unknown(profile("Premium_AzureFrontDoor")),
            .unknown(#"{"id": "\#(id)", "name": "fd", "type": "Microsoft.Cdn/profiles"}"#),
            .notApplicable(profile("Standard_Microsoft")),
        ]
    )

    private static let categories = ["FrontDoorAccessLog", "FrontDoorWebApplicationFirewallLog"]
    private static let id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Cdn/profiles/fd"

    private static func profile(_ sku: String) -> String {
        #"{"id": "\#(id)", "name": "fd", "type": "Microsoft.Cdn/profiles", "sku": {"name": "\#(sku)"}, "properties": {}}"#
    }
}
