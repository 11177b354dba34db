import Topology

extension Control {
    /// S0-11: a resource group is a bundle of rights.
    package static let networksHaveOwnGroups = Control(
        id: "S0-11",
        name: "network-resource-groups",
        title: "Networks stand in resource groups of their own",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege, .assumeBreach],
        types: ofNetworks,
        why: """
            Rights are mostly given for a whole resource group. In one that holds machines and their security \
            groups alike, whoever restarts a machine may also rewrite its filter.
            """,
        remediation: Remediation(
            "Move networks, security groups and route tables to a group that the network team looks after.",
            command: "az resource move --destination-group NETWORK-GROUP --ids IDS"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-2-isolate-infrastructure-into-its-own-resource-group",
        benchmarks: ["mcsb": ["GS-2"], "nist-800-53": ["AC-4", "SC-7", "SC-2"]],
        decision: .estate { topology in
            let workloads = Workloads(topology).all + topology.resources(of: StorageAccount.types[0])
            let beside = Dictionary(grouping: workloads) { $0.id.parent ?? ResourceID("") }
            let networks = ofNetworks.flatMap(topology.resources(of:))
            let groups = Dictionary(grouping: networks) { $0.id.parent ?? ResourceID("") }
            return groups.filter { $0.key.resourceGroup != nil }.map { group, inside in
                let first = topology.resource(group) ?? inside[0]
                return (first, judge(group, inside, beside[group, default: []], isShown: !workloads.isEmpty))
            }
        },
        examples: [
            .passes(group(machineIn: "rg-app")),
            .fails(group(machineIn: "rg-net")),
            .fails(
                "[\(WorkloadEstate.row("Microsoft.Network/routeTables", "rt")), \(WorkloadEstate.row("Microsoft.Storage/storageAccounts", "st"))]"
            ),
            .unknown("[\(WorkloadEstate.row("Microsoft.Network/virtualNetworks", "vnet"))]"),
            .notApplicable("[\(WorkloadEstate.row("Microsoft.Compute/virtualMachines", "vm"))]"),
        ]
    )

    private static let ofNetworks: [ResourceType] =
        VirtualNetwork.types + NetworkSecurityGroup.types + RouteTable.types + VirtualNetworkGateway.types
        + AzureFirewall.types

    private static func judge(
        _ group: ResourceID,
        _ networks: [Resource],
        _ beside: [Resource],
        isShown: Bool
    ) -> Judgement {
        let proofs = (beside.prefix(3) + networks.prefix(3)).map { Proof("type", in: $0) }
        guard let first = beside.first else {
            return isShown
                ? .pass("\(group.name) holds networks and no workload", proofs)
                : .unknown(
                    "the input holds no machines or services that could stand in \(group.name)",
                    proofs
                )
        }
        let more = beside.count > 1 ? " and \(beside.count - 1) more" : ""
        return .fail("\(group.name) holds \(networks[0].name) together with \(first.name)\(more)", proofs)
    }

    private static func group(machineIn group: String) -> String {
        let network = WorkloadEstate.row("Microsoft.Network/virtualNetworks", "vnet", group: "rg-net")
        return "[\(network), \(WorkloadEstate.row("Microsoft.Compute/virtualMachines", "vm", group: group))]"
    }
}
