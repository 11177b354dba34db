import Topology

extension Control {
    /// V2-01: afterwards it can be told what talked to what.
    package static let flowLogEverywhere = Control(
        id: "V2-01",
        name: "vnet-flow-logs",
        title: "Every virtual network has an enabled flow log",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks", "Microsoft.Network/networkWatchers/flowLogs"],
        why: """
            After a breach the first question is where it went from here. Without a record of the flows nobody \
            can say, and what cannot be ruled out has to be rebuilt.
            """,
        remediation: Remediation(
            "Create a flow log for the virtual network, with traffic analytics and 90 days of retention.",
            command: """
                az network watcher flow-log create -l REGION -g RG -n LOG --vnet VNET --storage-account STORAGE \
                --workspace WORKSPACE --traffic-analytics true --interval 10 --retention 90
                """
        ),
        documentation: "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
        benchmarks: [
            "mcsb": ["LT-4"],
            "cis-4.0": ["7.1.1.7"],
            "cis-5.0": ["6.1.1.7"],
            "policy": ["4c3c6c5f-0d47-4402-99b8-aa543dd8bcee", "27960feb-a23c-4577-8d36-ef8b5f35e0be"],
            "alz": ["D09.06"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
            "nist-800-207": ["T7"],
        ],
        decision: .networks { layout in
            let logs = Dictionary(grouping: layout.topology.all(FlowLog.self)) {
                $0.target.value ?? ResourceID("")
            }
            let watched =
                layout.topology.all(FlowLog.self).map(\.resource)
                + layout.topology.all(NetworkWatcher.self).map(\.resource)
            let subscriptions = Set(watched.map { $0.id.subscription?.lowercased() ?? "" })
            return layout.networks.map { network in
                // Logs stand in the network's subscription; where the input has none of it, nothing is proven.
                let isShown = subscriptions.contains(network.id.subscription?.lowercased() ?? "")
                return (network.resource, isShown ? judge(network, logs) : unseen(network, logs))
            }
        },
        examples: [
            .unknown(ExampleRows.estate(network)),
            .fails(ExampleRows.estate(network, ExampleRows.row("networkWatchers", "nw", ""))),
            .fails(ExampleRows.estate(network, log("virtualNetworks/vnet-app", #""enabled": false"#))),
            .passes(ExampleRows.estate(network, log("virtualNetworks/vnet-app", #""enabled": true"#))),
            .passes(
                ExampleRows.estate(network, log("virtualNetworks/vnet-app/subnets/snet", #""enabled": true"#))
            ),
            .unknown(
                ExampleRows.estate(network, log("virtualNetworks/vnet-app", #""format": {"version": 2}"#))
            ),
            .notApplicable("[]"),
        ]
    )

    /// Judges a network of a subscription of which the input holds neither flow logs nor watchers.
    private static func unseen(_ network: VirtualNetwork, _ logs: [ResourceID: [FlowLog]]) -> Judgement {
        let judgement = judge(network, logs)
        guard judgement.outcome == .fail else { return judgement }
        return .unknown(
            """
            The input holds no network watcher or flow log of the subscription of \(network.name): \
            export microsoft.network/networkwatchers and their flowLogs
            """,
            Proof("id")
        )
    }

    /// The network's own log decides; without one each of its subnets needs a log.
    private static func judge(_ network: VirtualNetwork, _ logs: [ResourceID: [FlowLog]]) -> Judgement {
        let own = logs[network.id, default: []]
        if let best = best(of: own, for: network.name), best.outcome == .pass { return best }
        let subnets = network.subnets.map { subnet in
            best(of: logs[subnet.id, default: []], for: subnet.name)
                ?? .fail("No flow log records \(subnet.name) of \(network.name)", Proof("id"))
        }
        let bySubnet = Judgement.combining(subnets, pass: "A flow log records each subnet of \(network.name)")
        if !subnets.isEmpty, bySubnet.outcome == .pass { return bySubnet }
        if let best = best(of: own, for: network.name) { return best }
        // With logs of some subnets the gaps are what is wrong; with none at all, the network as a whole.
        let hasSome = network.subnets.contains { logs[$0.id] != nil }
        return hasSome ? bySubnet : .fail("No flow log records \(network.name)", Proof("id"))
    }

    /// What the logs of one target come to: one that is enabled is enough.
    private static func best(of logs: [FlowLog], for target: String) -> Judgement? {
        let judged = logs.map { log -> Judgement in
            let proof = Proof("enabled", expected: "true", in: log.resource)
            switch log.enabled {
            case .set(true): return .pass("\(log.name) records \(target)", proof)
            case .set(false): return .fail("\(log.name), which records \(target), is disabled", proof)
            case .absent: return .unknown("the input does not say whether \(log.name) is enabled", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            }
        }
        return judged.first { $0.outcome == .pass } ?? judged.first { $0.outcome == .unknown } ?? judged.first
    }

    private static let network = ExampleRows.network(
        "vnet-app",
        "10.1.0.0/16",
        subnets: [ExampleRows.subnet("snet", "10.1.1.0/24")]
    )

    private static func log(_ target: String, _ properties: String) -> String {
        let id = "\(ExampleRows.group)/networkWatchers/nw/flowLogs/fl"
        return """
            {"id": "\(id)", "name": "fl", "type": "Microsoft.Network/networkWatchers/flowLogs",
             "properties": {"targetResourceId": "\(ExampleRows.group)/\(target)", \(properties)}}
            """
    }
}
