import JSON
import Topology

extension Control {
    /// S1-10: nobody knows from which port a client comes.
    package static let sourcePortsAreFree = Control(
        id: "S1-10",
        name: "nsg-source-ports",
        title: "Rules take any source port",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: NetworkSecurityGroup.types,
        why: """
            Clients send from ports picked at random. A rule that asks for the service's port on both sides never \
            matches, and what it should have allowed or denied falls to the rules below it.
            """,
        remediation: Remediation(
            "Set the source port to any.",
            command: "az network nsg rule update -g GROUP --nsg-name NSG -n RULE --source-port-ranges '*'"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#rule-5---allow-traffic-from-app-tier-virtual-machines-to-the-data-tier-load-balancer-sql-1433",
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id).map { group in
                .combining(
                    group.securityRules.map { judge($0, in: group) },
                    pass: "The rules of \(group.name) take any source port"
                )
            }
        },
        examples: [
            .passes(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", ports: "1433"))),
            .passes(SecurityGroupEstate.group()),
            .passes(SecurityGroupEstate.group(from("0-65535"))),
            .fails(SecurityGroupEstate.group(from("1433"))),
            .fails(SecurityGroupEstate.group(from("1024-65535"))),
            .unknown(SecurityGroupEstate.group(from("sql"))),
            .unknown(
                SecurityGroupEstate.group(from("*").replacing(#""sourcePortRange": "*","#, with: ""))
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ rule: SecurityRule, in group: NetworkSecurityGroup) -> Judgement {
        let field = rule.resource.fields["sourcePortRange"] == nil ? "sourcePortRanges" : "sourcePortRange"
        let proof = Proof.part(field, of: rule.resource, in: group.resource, "securityRules", expected: "*")
        let ports = rule.sourcePorts
        guard !ports.isEmpty, ports.ranges.count == ports.count else {
            return .unknown("the source ports of \(rule.name) in \(group.name) cannot be read", proof)
        }
        guard !ports.contains(where: \.isEverything) else { return .pass("", proof) }
        let text = ports.map(\.text).joined(separator: ", ")
        return .fail("\(rule.name) of \(group.name) matches packets from port \(text) alone", proof)
    }

    private static func from(_ ports: String) -> String {
        SecurityGroupEstate.rule(100, "Allow", ports: "1433")
            .replacing(#""sourcePortRange": "*""#, with: #""sourcePortRange": "\#(ports)""#)
    }
}
