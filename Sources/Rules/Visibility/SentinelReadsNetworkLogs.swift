import Topology

extension Control {
    /// V3-08: what single logs show is put together.
    package static let sentinelReadsNetworkLogs = Control(
        id: "V3-08",
        name: "siem",
        title: "Sentinel works on the workspaces that take the network's logs",
        severity: .medium,
        principles: [.assumeBreach],
        types: LogAnalyticsWorkspace.types,
        why: """
            One odd sign-in, one new flow, one blocked signature mean little each. Together they are an attack, \
            if something puts them together.
            """,
        remediation: Remediation(
            "Switch Sentinel on for the workspace, or send the logs to the one where it is on.",
            command: "az sentinel onboarding-state create -g GROUP --workspace-name WORKSPACE -n default"
        ),
        question: "Does another system put the network's logs together?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#43-monitoring-and-visibility",
        benchmarks: ["mcsb": ["LT-5"], "alz": ["A01.48"], "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"]],
        decision: .estate { topology in
            let senders = senders(in: topology)
            let solutions = topology.resources(of: "Microsoft.OperationsManagement/solutions")
            let states = topology.resources(of: "Microsoft.SecurityInsights/onboardingStates")
            return topology.all(LogAnalyticsWorkspace.self).compactMap { workspace in
                guard let sender = senders[workspace.id] else { return nil }
                return (workspace.resource, judge(workspace.resource, sender, solutions, states))
            }
        },
        examples: [
            .passes(ExampleRows.estate(workspace, log, solution("SecurityInsights(law)", of: "law"))),
            .passes(
                ExampleRows.estate(
                    workspace,
                    log,
                    """
                    {"id": "\(id("law"))/providers/Microsoft.SecurityInsights/onboardingStates/default",
                     "type": "Microsoft.SecurityInsights/onboardingStates"}
                    """
                )
            ),
            .fails(ExampleRows.estate(workspace, log, solution("SecurityInsights(other)", of: "other"))),
            .fails(
                ExampleRows.estate(
                    workspace,
                    DiagnosticRows.setting([], of: "\(ExampleRows.group)/azureFirewalls/afw")
                        .replacing("/subscriptions/s/law", with: id("law")),
                    solution("Updates(law)", of: "law")
                )
            ),
            .unknown(ExampleRows.estate(workspace, log)),
            .unknown(ExampleRows.estate(workspace, log, solution("SecurityInsights(law)"))),
            .notApplicable(workspace),
        ]
    )

    /// What sends the network's logs to each workspace: a flow log or a diagnostic setting.
    private static func senders(in topology: Topology) -> [ResourceID: Proof] {
        let logs = topology.all(FlowLog.self).compactMap { log in
            log.workspace.value.map {
                ($0, Proof("\(analytics).workspaceResourceId", in: log.resource))
            }
        }
        let settings = topology.all(DiagnosticSetting.self).compactMap { setting in
            setting.target?.type?.text.lowercased().hasPrefix("microsoft.network/") == true
                ? setting.workspace.value.map { ($0, Proof("workspaceId", in: setting.resource)) } : nil
        }
        return Dictionary(logs + settings) { first, _ in first }
    }

    private static let analytics = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration"

    private static func judge(
        _ workspace: Resource,
        _ sender: Proof,
        _ solutions: [Resource],
        _ states: [Resource]
    ) -> Judgement {
        let own = Proof("id", expected: "the solution SecurityInsights")
        if let state = states.first(where: { $0.id.isSame(orBelow: workspace.id) }) {
            return .pass("Sentinel works on \(workspace.name)", Proof("id", in: state), sender)
        }
        let sentinels = solutions.filter { $0.name.lowercased().hasPrefix("securityinsights") }
        for solution in sentinels {
            let link = solution.fields.link("workspaceResourceId")
            let proof = Proof("workspaceResourceId", in: solution)
            if link.value == workspace.id {
                return .pass("Sentinel works on \(workspace.name)", proof, sender)
            }
            if let gap = link.gap("workspace of \(solution.name)") { return .unknown(gap, proof) }
        }
        guard !solutions.isEmpty || !states.isEmpty else {
            return .unknown(
                """
                The input holds no solutions: export microsoft.operationsmanagement/solutions to see whether \
                Sentinel works on \(workspace.name)
                """,
                own,
                sender
            )
        }
        return .fail(
            "Sentinel does not work on \(workspace.name), which takes the network's logs",
            own,
            sender
        )
    }

    private static func id(_ name: String) -> String {
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/\(name)"
    }

    private static let workspace =
        #"{"id": "\#(id("law"))", "name": "law", "type": "Microsoft.OperationalInsights/workspaces", "properties": {}}"#

    private static let log = FlowLogRows.log(
        """
        "flowAnalyticsConfiguration": {"networkWatcherFlowAnalyticsConfiguration": {
          "enabled": true, "workspaceResourceId": "\(id("law"))"}}
        """
    )

    private static func solution(_ name: String, of workspace: String? = nil) -> String {
        let link = workspace.map { #""workspaceResourceId": "\#(id($0))""# } ?? ""
        return """
            {"id": "/subscriptions/s/solutions/\(name)", "name": "\(name)",
             "type": "Microsoft.OperationsManagement/solutions", "properties": {\(link)}}
            """
    }
}
