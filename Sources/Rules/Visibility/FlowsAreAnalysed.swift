import Topology

extension Control {
    /// V2-03: somebody reads what is recorded.
    package static let flowsAreAnalysed = Control(
        id: "V2-03",
        name: "traffic-analytics",
        title: "Traffic analytics reads the flow logs",
        severity: .medium,
        principles: [.assumeBreach],
        types: FlowLog.types,
        why: """
            Raw flow logs are files in a storage account. Without traffic analytics nobody sees a new talker or \
            a flow to a bad address until somebody searches for it.
            """,
        remediation: Remediation(
            "Switch traffic analytics on, with a workspace and an interval of 10 minutes.",
            command: """
                az network watcher flow-log update -l REGION -n LOG --traffic-analytics true --interval 10 \
                --workspace WORKSPACE
                """
        ),
        documentation: "https://learn.microsoft.com/azure/network-watcher/traffic-analytics",
        benchmarks: [
            "mcsb": ["LT-4"],
            "policy": ["2f080164-9f4d-497e-9db6-416dc9f7b48a"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
            "nist-800-207": ["T7"],
        ],
        decision: .each { resource, _ in judge(FlowLog(resource, children: [])) },
        examples: [
            .passes(
                analysed(#""enabled": true, "trafficAnalyticsInterval": 10, "workspaceResourceId": "/law""#)
            ),
            .passes(
                analysed(#""enabled": true, "trafficAnalyticsInterval": 60, "workspaceResourceId": "/law""#)
            ),
            .fails(
                analysed(#""enabled": false, "trafficAnalyticsInterval": 60, "workspaceResourceId": "/law""#)
            ),
            .fails(
                analysed(#""enabled": true, "trafficAnalyticsInterval": 1440, "workspaceResourceId": "/law""#)
            ),
            .unknown(analysed(#""enabled": true, "trafficAnalyticsInterval": 10"#)),
            .unknown(analysed(#""enabled": true, "workspaceResourceId": "/law""#)),
            .unknown(FlowLogRows.log(#""enabled": true"#)),
            .notApplicable(FlowLogRows.log(#""enabled": false"#)),
        ]
    )

    private static let place = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration"

    private static func judge(_ log: FlowLog) -> Judgement? {
        // A log that is switched off has nothing to analyse; V2-01 finds it.
        if log.enabled == .set(false) { return nil }
        let enabled = Proof("\(place).enabled", expected: "true")
        let interval = Proof("\(place).trafficAnalyticsInterval", expected: "10 or 60")
        let workspace = Proof("\(place).workspaceResourceId", expected: "the id of a workspace")
        return .combining(
            [
                log.analyticsEnabled.judged(by: enabled, of: log.name) {
                    $0 ? .pass("", enabled) : .fail("Traffic analytics of \(log.name) is off", enabled)
                },
                log.analyticsInterval.judged(by: interval, of: log.name) { minutes in
                    [10, 60].contains(minutes)
                        ? .pass("", interval)
                        : .fail("\(log.name) is analysed every \(minutes) minutes", interval)
                },
                log.workspace.judged(by: workspace, of: log.name) { _ in .pass("", workspace) },
            ],
            pass: "Traffic analytics reads \(log.name)"
        )
    }

    private static func analysed(_ properties: String) -> String {
        FlowLogRows.log(
            """
            "enabled": true, "flowAnalyticsConfiguration": {
              "networkWatcherFlowAnalyticsConfiguration": {\(properties)}}
            """
        )
    }
}
