import Topology

extension Control {
    /// S1-08: a rule says what it is for, not where that stands today.
    package static let machinesHaveRoles = Control(
        id: "S1-08",
        name: "asg-roles",
        title: "Machines of a tier are in an application security group that rules name",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: NetworkInterface.types,
        why: """
            Addresses change and are given again, and a rule for one then lets in something else. A rule from \
            front to application says what is meant, and holds for the machine that is added tomorrow.
            """,
        remediation: Remediation(
            "Create a group for each role, put the interfaces into it, and name it in the rules.",
            command: """
                az network nic ip-config update -g GROUP --nic-name NIC -n IPCONFIG --application-security-groups ASG
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-4-create-an-application-security-group-for-each-virtual-machine-role",
        benchmarks: [
            "mcsb": ["NS-1"],
            "alz": ["D09.05"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let rules = topology.all(NetworkSecurityGroup.self).flatMap(\.securityRules)
            let named = Set(
                rules.flatMap { $0.sourceApplicationSecurityGroups + $0.destinationApplicationSecurityGroups }
            )
            let isShown = !topology.all(NetworkSecurityGroup.self).isEmpty
            let members = TierMember.Members(topology)
            return topology.all(VirtualNetwork.self).flatMap { network in
                members.all(in: network).compactMap { member in
                    judge(member, named, isShown: isShown).map { (member.interface.resource, $0) }
                }
            }
        },
        examples: [
            .passes(TierEstate.estate(TierEstate.fromApplication, TierEstate.fromFront, toData)),
            .fails(TierEstate.estate(TierEstate.fromApplication)),
            .fails(
                TierEstate.estate(TierEstate.fromApplication, TierEstate.fromFront, toData)
                    .replacing(
                        "applicationSecurityGroups/asg-fe",
                        with: "applicationSecurityGroups/asg-other",
                        maxReplacements: 1
                    )
            ),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet",
                        "10.1.0.0/16",
                        subnets: [ExampleRows.subnet("data", "10.1.1.0/24")]
                    ),
                    ExampleRows.interface(in: "vnet", "data"),
                    SecurityGroupEstate.group()
                )
            ),
            .unknown(
                TierEstate.estate(TierEstate.fromApplication, TierEstate.fromFront, toData)
                    .replacing(
                        #""applicationSecurityGroups": ["#,
                        with: #""applicationSecurityGroups": [{"$symbolic": "[parameters('asg')]"}, "#
                    )
            ),
            .unknown(TierEstate.estate(hasGroup: false)),
            .notApplicable(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet",
                        "10.1.0.0/16",
                        subnets: [ExampleRows.subnet("one", "10.1.1.0/24")]
                    ),
                    ExampleRows.interface(in: "vnet", "one")
                )
            ),
        ]
    )

    /// Judges a machine; nil where it belongs to no tier.
    private static func judge(_ member: TierMember, _ named: Set<ResourceID>, isShown: Bool) -> Judgement? {
        let proof = Proof(
            "ipConfigurations[0].applicationSecurityGroups",
            expected: "a group that rules name"
        )
        let name = member.interface.name
        if let doubt = member.doubt { return .unknown(doubt, proof) }
        guard let tier = member.tier else { return nil }
        guard let first = member.roles.min(by: { $0.text < $1.text }) else {
            return .fail("\(name) of the \(tier.title) is in no application security group", proof)
        }
        if let role = member.roles.first(where: named.contains) {
            return .pass("\(name) of the \(tier.title) is in \(role.name), which rules name", proof)
        }
        return isShown
            ? .fail("\(name) is in \(first.name), which no rule names", proof)
            : .unknown("the input holds no security groups that could name \(first.name)", proof)
    }

    private static let toData = SecurityGroupEstate.rule(120, "Allow", from: "10.1.2.4", ports: "1433")
        .replacing(
            #""destinationAddressPrefix": "*""#,
            with:
                #""destinationApplicationSecurityGroups": [{"id": "\#(ExampleRows.group)/applicationSecurityGroups/asg-data"}]"#
        )
}
