import Topology

extension Control {
    /// V2-02: the record of flows does not end with a retired service.
    package static let noFlowLogOfSecurityGroups = Control(
        id: "V2-02",
        name: "nsg-flow-logs",
        title: "Flow logs record networks, not security groups",
        severity: .medium,
        principles: [.assumeBreach],
        types: FlowLog.types,
        why: """
            Flow logs of security groups can no longer be created and end on 30 September 2027. They also miss \
            whatever has no security group, and they do not say whether a flow was encrypted.
            """,
        remediation: Remediation(
            "Create a flow log for the virtual network, then delete the one of the security group.",
            command: """
                az network watcher flow-log create -l REGION -g RG -n LOG --vnet VNET --storage-account STORAGE \
                --workspace WORKSPACE --traffic-analytics true
                """
        ),
        documentation: "https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-overview",
        benchmarks: [
            "mcsb": ["LT-4"],
            "cis-2.0": ["5.1.6"],
            "cis-3.0": ["6.1.5"],
            "nist-800-53": ["AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let logs = topology.all(FlowLog.self)
            let recorded = Set(logs.filter { $0.enabled == .set(true) }.compactMap(\.target.value))
            let filtered = Dictionary(grouping: topology.subnets) {
                $0.networkSecurityGroup.value ?? ResourceID("")
            }
            return logs.map { ($0.resource, judge($0, recorded, filtered)) }
        },
        examples: [
            .passes(FlowLogRows.log(of: "virtualNetworks/vnet-app", #""enabled": true"#)),
            .fails(FlowLogRows.log(of: "networkSecurityGroups/nsg", #""enabled": true"#)),
            .fails(FlowLogRows.log(of: "networkSecurityGroups/nsg", #""enabled": false"#)),
            .fails(
                ExampleRows.estate(
                    FlowLogRows.log(of: "networkSecurityGroups/nsg", #""enabled": true"#),
                    FlowLogRows.log("fl-vnet", of: "virtualNetworks/vnet-app", #""enabled": true"#),
                    ExampleRows.network("vnet-app", "10.1.0.0/16", subnets: [filtered])
                )
            ),
            .unknown(
                #"{"id": "/fl", "type": "Microsoft.Network/networkWatchers/flowLogs", "properties": {}}"#
            ),
            .notApplicable(ExampleRows.network("vnet-app", "10.1.0.0/16")),
        ]
    )

    private static func judge(
        _ log: FlowLog,
        _ recorded: Set<ResourceID>,
        _ filtered: [ResourceID: [Subnet]]
    )
        -> Judgement
    {
        let proof = Proof("targetResourceId", expected: "the id of a virtual network")
        return log.target.judged(by: proof, of: log.name) { target in
            guard target.type == NetworkSecurityGroup.types[0] else {
                return .pass("\(log.name) records \(target.name)", proof)
            }
            let subnets = filtered[target, default: []]
            let isDouble =
                !subnets.isEmpty
                && subnets.allSatisfy { subnet in
                    recorded.contains(subnet.id) || subnet.id.parent.map(recorded.contains) == true
                }
            return isDouble
                ? .fail("\(log.name) records \(target.name) a second time", proof, severity: .low)
                : .fail("\(log.name) records a security group, \(target.name)", proof)
        }
    }

    private static let filtered = ExampleRows.subnet(
        "snet",
        "10.1.1.0/24",
        ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg")
    )
}
