import Reachability
import Topology

extension Control {
    /// S1-06: the rule that makes every other one pointless.
    package static let noRuleAllowsEverything = Control(
        id: "S1-06",
        name: "nsg-any-any",
        title: "No rule allows everything to everything",
        severity: .critical,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            A rule for any source, any port and any protocol is mostly left over from a test. Behind it the group \
            filters nothing, and nobody notices because everything works.
            """,
        remediation: Remediation(
            "Delete the rule; allow what the flow logs show to be used.",
            command: "az network nsg rule delete -g GROUP --nsg-name NSG -n RULE"
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "cis-3.0": ["7.1", "7.2", "7.3", "7.4"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id).map(judge)
        },
        examples: [
            .passes(
                SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", ports: "443", over: "Tcp"))
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny"),
                    SecurityGroupEstate.rule(200, "Allow")
                )
            ),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow"))),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "internet", to: "VirtualNetwork")
                )
            ),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", from: "VirtualNetwork"))),
            .unknown(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow").replacing("100,", with: "null,")
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ group: NetworkSecurityGroup) -> Judgement {
        let filter = Filter(group, .inbound)
        let sources = [
            (Party.internet, "the internet", Severity.critical),
            (.virtualNetwork, "everything inside", .high),
        ]
        var doubt: FilterDecision?
        for (source, title, severity) in sources {
            let question = PacketBox(from: source, protocols: .everything)
            let found = filter.part(of: question) { rule in
                rule.action == .allow && !rule.isDefault
                    && rule.matches.contains { $0.atMost.contains(question) }
            }
            if let found, !found.certain.isEmpty {
                return .fail(
                    "\(group.name) lets \(title) in on every port by \(found.rule.title)",
                    found.rule.proofs(in: group.resource),
                    severity: severity
                )
            }
            doubt = doubt ?? found ?? filter.unreadPart(of: question)
        }
        if let doubt { return .unknown(doubt.doubt, Proof("securityRules")) }
        return .pass("No rule of \(group.name) allows everything", Proof("securityRules"))
    }
}
