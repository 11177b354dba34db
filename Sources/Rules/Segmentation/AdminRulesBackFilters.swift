import Topology

extension Control {
    /// S2-08: what no subscription can allow again.
    package static let adminRulesBackFilters = Control(
        id: "S2-08",
        name: "security-admin-rules",
        title: "Admin rules of a network manager deny risky ports in every network with machines",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + NetworkManager.types + AdminRule.types,
        why: """
            Security groups belong to the teams they guard, and one allow rule undoes them. Admin rules come \
            first, are kept by one team, and hold in networks that are built tomorrow.
            """,
        remediation: Remediation(
            "Deny the ports of remote access and file sharing for all network groups, and deploy the configuration.",
            command: """
                az network manager post-commit -g GROUP -n MANAGER --commit-type SecurityAdmin --target-locations \
                REGION --configuration-ids CONFIGURATION-ID
                """
        ),
        question: "Is the configuration deployed in every region?",
        documentation: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
        benchmarks: ["mcsb": ["NS-7"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .estate { topology in
            let rules = DeployedDenials(topology)
            let busy = Set(topology.subnetsOfMachines.compactMap(\.parent))
            return topology.all(VirtualNetwork.self).filter { busy.contains($0.id) }.map {
                ($0.resource, rules.judge($0))
            }
        },
        examples: [
            .passes(AdminRuleEstate.estate()),
            .passes(AdminRuleEstate.estate(ports: #""0-65535""#)),
            .fails(AdminRuleEstate.estate(ports: #""22", "3389""#)),
            .fails(AdminRuleEstate.estate(access: "Allow")),
            .fails(AdminRuleEstate.estate(direction: "Outbound")),
            .fails(AdminRuleEstate.estate(from: "203.0.113.0/24")),
            .fails(AdminRuleEstate.estate(to: "10.1.1.4")),
            .fails(AdminRuleEstate.estate(over: "Udp")),
            .fails(AdminRuleEstate.estate(member: "vnet-other")),
            .fails(
                AdminRuleEstate.estate(deployed: #""deploymentStatus": "Failed", "region": "westeurope""#)
            ),
            .fails(
                AdminRuleEstate.estate(deployed: #""deploymentStatus": "Deployed", "region": "northeurope""#)
            ),
            .fails("[\(AdminRuleEstate.network), \(AdminRuleEstate.machine)]"),
            .unknown(AdminRuleEstate.estate(deployed: nil)),
            .unknown(AdminRuleEstate.estate(member: nil)),
            .unknown(AdminRuleEstate.estate(access: "Perhaps")),
            .notApplicable("[\(AdminRuleEstate.network)]"),
        ]
    )
}
