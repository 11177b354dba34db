import Topology

extension Control {
    /// V2-05: the record reaches back to the day of the break-in.
    package static let flowLogsAreKept = Control(
        id: "V2-05",
        name: "flow-log-retention",
        title: "Flow logs are kept for 90 days or more",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: FlowLog.types,
        why:
            "Intruders are often found after weeks. A record that ends before that does not show how they came.",
        remediation: Remediation(
            "Keep the flow log for 90 days, or for ever with a lifecycle rule on the storage account.",
            command: "az network watcher flow-log update -l REGION -n LOG --retention 90"
        ),
        question: "Does a lifecycle rule of the storage account delete the files sooner?",
        documentation: "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
        benchmarks: [
            "mcsb": ["LT-6"],
            "cis-2.0": ["6.5"],
            "cis-3.0": ["7.5"],
            "cis-4.0": ["8.8"],
            "cis-5.0": ["7.8"],
            "nist-800-53": ["AU-11"],
        ],
        decision: .each { resource, _ in judge(FlowLog(resource, children: [])) },
        examples: [
            .passes(FlowLogRows.log(#""retentionPolicy": {"enabled": true, "days": 90}"#)),
            .passes(FlowLogRows.log(#""retentionPolicy": {"enabled": false, "days": 0}"#)),
            .fails(FlowLogRows.log(#""retentionPolicy": {"enabled": true, "days": 89}"#)),
            .fails(FlowLogRows.log(#""retentionPolicy": {"enabled": false, "days": 90}"#)),
            .unknown(FlowLogRows.log(#""retentionPolicy": {"enabled": true}"#)),
            .unknown(FlowLogRows.log(#""retentionPolicy": {"days": 90}"#)),
            .notApplicable(
                FlowLogRows.log(#""enabled": false, "retentionPolicy": {"enabled": true, "days": 7}"#)
            ),
        ]
    )

    private static func judge(_ log: FlowLog) -> Judgement? {
        if log.enabled == .set(false) { return nil }
        let days = Proof("retentionPolicy.days", expected: "90 or more, or 0 for ever")
        let enabled = Proof("retentionPolicy.enabled", expected: "true")
        return log.retentionDays.judged(by: days, of: log.name) { count in
            if count == 0 { return .pass("\(log.name) is kept for ever", days) }
            guard count >= 90 else { return .fail("\(log.name) is kept for \(count) days", days) }
            return log.retentionEnabled.judged(by: enabled, of: log.name) {
                $0
                    ? .pass("\(log.name) is kept for \(count) days", days, enabled)
                    : .fail("The retention of \(log.name) is switched off", enabled, days)
            }
        }
    }
}
