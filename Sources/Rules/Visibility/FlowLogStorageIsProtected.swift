import Topology

extension Control {
    /// V2-06: the record of the network is no map for an intruder.
    package static let flowLogStorageIsProtected = Control(
        id: "V2-06",
        name: "flow-log-storage",
        title: "The storage of the flow logs is closed and speaks current TLS",
        severity: .medium,
        principles: [.leastPrivilege],
        types: FlowLog.types + StorageAccount.types,
        why: "Flow logs show who talks to whom: an intruder who reads them knows the way to the data.",
        remediation: Remediation(
            "Close the account to the public network and raise its minimum of TLS, as S3-13 and E4-26 ask.",
            command: """
                az storage account update -g GROUP -n ACCOUNT --public-network-access Disabled --https-only true \
                --min-tls-version TLS1_2
                """
        ),
        question: "Who can read the account?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#deploy-network-security-group-flow-logging",
        benchmarks: [
            "mcsb": ["LT-6", "NS-2"],
            "cis-2.0": ["5.1.3"],
            "nist-800-53": ["AU-11", "AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            var logs: [ResourceID: [FlowLog]] = [:]
            var found: [(Resource, Judgement)] = []
            for log in topology.all(FlowLog.self) {
                let account = topology.find(StorageAccount.self, log.storage)
                if let account { logs[account.id, default: []].append(log) } else { found.append(lost(log)) }
            }
            return found + logs.values.compactMap { logs in judge(logs, topology) }
        },
        examples: [
            .passes(estate("Disabled", "TLS1_2")),
            .fails(estate("Enabled", "TLS1_2")),
            .fails(estate("Disabled", "TLS1_0")),
            .unknown(FlowLogRows.log(#""storageId": "/STORAGE/st""#)),
            .unknown(FlowLogRows.log(#""enabled": true"#)),
            .notApplicable(PlatformService.storage(#""publicNetworkAccess": "Enabled""#)),
        ]
    )

    private static func lost(_ log: FlowLog) -> (Resource, Judgement) {
        let proof = Proof("storageId")
        let gap = log.storage.gap("storageId of \(log.name)")
        let name = log.storage.value.map { String($0.name) } ?? ""
        return (log.resource, .unknown(gap ?? "the input does not hold the storage account \(name)", proof))
    }

    /// Judges the account of some logs by the controls that ask the same of every account.
    private static func judge(_ logs: [FlowLog], _ topology: Topology) -> (Resource, Judgement)? {
        guard let account = topology.find(StorageAccount.self, logs[0].storage)?.resource else { return nil }
        let parts = [Control.dataServicesClosedToPublic, .platformServicesRequireTLS12].compactMap {
            $0.judgement(of: account, in: topology)
        }
        let names = Judgement.naming(logs.map(\.name))
        let whole = Judgement.combining(parts, pass: "\(account.name), which holds \(names), is closed")
        let message = whole.outcome == .pass ? whole.message : "\(names): \(whole.message)"
        let places = logs.prefix(4).map { Proof("storageId", in: $0.resource) }
        return (
            account,
            Judgement(
                outcome: whole.outcome,
                message: message,
                evidence: whole.evidence + places,
                severity: nil
            )
        )
    }

    private static func estate(_ access: String, _ minimum: String) -> String {
        let account = PlatformService.storage(
            """
            "publicNetworkAccess": "\(access)", "networkAcls": {"defaultAction": "Allow"},
              "minimumTlsVersion": "\(minimum)", "supportsHttpsTrafficOnly": true
            """
        )
        return ExampleRows.estate(account, FlowLogRows.log(#""storageId": "/STORAGE/st""#))
    }
}
