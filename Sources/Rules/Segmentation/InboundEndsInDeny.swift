import Reachability
import Topology

extension Control {
    /// S1-03: what no rule speaks of stays out.
    package static let inboundEndsInDeny = Control(
        id: "S1-03",
        name: "nsg-inbound-deny-all",
        title: "What no inbound rule allows is denied, also from inside",
        severity: .high,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            Azure's own rule AllowVnetInBound lets in the whole virtual network, every peer and every site behind \
            a gateway. Only a rule that denies the rest makes the rules above it a list of what may come in.
            """,
        remediation: Remediation(
            "Add a rule that denies everything inbound as the last of your own, behind rules for what is needed.",
            command: """
                az network nsg rule create -g GROUP --nsg-name NSG -n DenyAllInbound --priority 4096 \
                --direction Inbound --access Deny --protocol '*' --source-address-prefixes '*' \
                --destination-address-prefixes '*' --destination-port-ranges '*'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#deploy-baseline-deny-rules-for-network-security-groups",
        benchmarks: [
            "mcsb": ["NS-1"],
            "alz": ["D09.02"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let bastions = Set(
                topology.subnets.filter { $0.reservedFor == .bastion }.compactMap(
                    \.networkSecurityGroup.value
                )
            )
            return topology.all(NetworkSecurityGroup.self).map { group in
                bastions.contains(group.id)
                    ? (
                        group.resource,
                        .notApplicable("\(group.name) guards the Bastion subnet, whose flows E5-10 holds")
                    )
                    : (group.resource, judge(group))
            }
        },
        examples: [
            .passes(SecurityGroupEstate.group(SecurityGroupEstate.rule(4096, "Deny"))),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", ports: "443", over: "Tcp"),
                    SecurityGroupEstate.rule(200, "deny", from: "0.0.0.0/0", to: "*")
                )
            ),
            .fails(SecurityGroupEstate.group()),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow"))),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(4096, "Deny", over: "Tcp"))),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(4096, "Deny", from: "Internet"),
                    SecurityGroupEstate.rule(4000, "Deny", direction: "Outbound")
                )
            ),
            .unknown(SecurityGroupEstate.group(SecurityGroupEstate.rule(4096, "Deny", from: "10.0.0.0/8"))),
            .unknown(SecurityGroupEstate.group(SecurityGroupEstate.rule(4096, "Perhaps"))),
            .notApplicable(
                SubnetEstate.subnet(
                    "AzureBastionSubnet",
                    #""networkSecurityGroup": {"id": "\#(SecurityGroupEstate.id)"}"#,
                    beside: SecurityGroupEstate.group()
                )
            ),
        ]
    )

    private static func judge(_ group: NetworkSecurityGroup) -> Judgement {
        let question = PacketBox(from: .virtualNetwork, protocols: .everything)
        let filter = Filter(group, .inbound)
        let last = Proof("securityRules", expected: "a last rule that denies everything inbound")
        let open = filter.part(of: question) { $0.isDefault && $0.action == .allow }
        if let open, !open.certain.isEmpty {
            let packet = open.witness.map { ", for example \($0)" } ?? ""
            return .fail(
                "\(group.name) leaves the rest to \(open.rule.name), which lets in all that is inside\(packet)",
                last
            )
        }
        if let doubt = filter.unreadPart(of: question) ?? open { return .unknown(doubt.doubt, last) }
        guard filter.part(of: question, decidedByRuleWhere: { $0.action == .deny && !$0.isDefault }) != nil
        else {
            return .fail("The rules of \(group.name) allow whatever comes from inside", last)
        }
        return .pass("\(group.name) denies what its own rules do not allow", last)
    }
}
