import Topology

extension Control {
    /// S1-01: the filter every segment starts with.
    package static let subnetsAreFiltered = Control(
        id: "S1-01",
        name: "subnet-nsg",
        title: "Every workload subnet has a network security group",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            Without a filter a subnet takes whatever the virtual network, its peers and the sites behind a \
            gateway send to it, and a subnet boundary means nothing.
            """,
        remediation: Remediation(
            "Attach a security group that names what the workload needs.",
            command: """
                az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --network-security-group NSG
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-3-create-a-network-security-group-for-each-subnet",
        benchmarks: [
            "mcsb": ["NS-1"],
            "cis-5.0": ["7.11"],
            "policy": ["e71308d3-144b-4262-b144-efdc3cc90517"],
            "alz": ["D09.04"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in topology.subnets.map { ($0.resource, judge($0)) } },
        examples: [
            .passes(SubnetEstate.subnet("web", #""networkSecurityGroup": {"id": "/nsgs/web"}"#)),
            .fails(SubnetEstate.subnet("web", #""addressPrefix": "10.0.1.0/24""#)),
            .fails(SubnetEstate.subnet("web", #""networkSecurityGroup": null"#)),
            .unknown(
                SubnetEstate.subnet(
                    "web",
                    #""networkSecurityGroup": {"id": {"$symbolic": "[variables('n')]"}}"#
                )
            ),
            .notApplicable(SubnetEstate.subnet("gatewaysubnet")),
            .notApplicable(SubnetEstate.subnet("app", #""delegations": [{"name": "d", "properties": {}}]"#)),
        ]
    )

    private static func judge(_ subnet: Subnet) -> Judgement {
        if let role = subnet.platformRole { return .notApplicable(role) }
        let proof = Proof("networkSecurityGroup.id", expected: "the id of a security group")
        switch subnet.networkSecurityGroup {
        case .set(let group): return .pass("\(subnet.title) is filtered by \(group.name)", proof)
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent:
            let count = subnet.ipConfigurations.count
            let inside = count == 0 ? "" : " (addresses in it: \(count))"
            return .fail("\(subnet.title) has no security group\(inside)", proof)
        }
    }
}
