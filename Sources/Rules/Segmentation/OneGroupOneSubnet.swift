import Topology

extension Control {
    /// S1-02: a list of rules that means one thing.
    package static let oneGroupOneSubnet = Control(
        id: "S1-02",
        name: "nsg-per-subnet",
        title: "Each security group guards one subnet",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: NetworkSecurityGroup.types,
        why: """
            A group that several subnets share must allow what any of them needs, so each is open for the others' \
            sake, and nobody can tell any more whose a rule is.
            """,
        remediation: Remediation(
            "Copy the group for each subnet, attach the copies, and take out what that subnet does not need.",
            command: """
                az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --network-security-group NEW-NSG
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-3-create-a-network-security-group-for-each-subnet",
        benchmarks: ["mcsb": ["NS-1", "NS-7"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .estate { topology in
            let subnets = topology.subnets
            let guarded = Dictionary(grouping: subnets) { $0.networkSecurityGroup.value ?? ResourceID("") }
            let doubt = subnets.lazy.compactMap(\.networkSecurityGroup.reason).first
            return topology.all(NetworkSecurityGroup.self).map { group in
                (group.resource, judge(group, guarded[group.id, default: []], doubt))
            }
        },
        examples: [
            .passes(estate("a", "b")),
            .passes(estate("a")),
            .fails(estate("a", "a")),
            .unknown(
                estate("a", "a").replacing(
                    #"{"id": "\#(group("a"))"}}}]"#,
                    with: #"{"id": {"$symbolic": "[variables('nsg')]"}}}}]"#
                )
            ),
            .unknown("[\(ExampleRows.row("networkSecurityGroups", "a", ""))]"),
            .notApplicable(estate()),
        ]
    )

    private static func judge(
        _ group: NetworkSecurityGroup,
        _ subnets: [Subnet],
        _ doubt: String?
    ) -> Judgement {
        let proofs = subnets.prefix(6).map { Proof("networkSecurityGroup.id", in: $0.resource) }
        if subnets.count > 1 {
            let names = subnets.prefix(4).map(\.title).joined(separator: ", ")
            let more = subnets.count > 4 ? " and \(subnets.count - 4) more" : ""
            return .fail("\(group.name) guards \(subnets.count) subnets: \(names)\(more)", proofs)
        }
        if let doubt { return .unknown(doubt, Proof("subnets")) }
        guard let first = subnets.first else {
            return .unknown("the input holds no subnet that \(group.name) guards", Proof("subnets"))
        }
        return .pass("\(group.name) guards \(first.title) alone", proofs)
    }

    private static func group(_ name: String) -> String {
        "\(ExampleRows.group)/networkSecurityGroups/\(name)"
    }

    /// A network with a subnet for each of these groups.
    private static func estate(_ groups: String...) -> String {
        let subnets = groups.enumerated().map { index, name in
            ExampleRows.subnet(
                "s\(index)",
                "10.1.\(index).0/24",
                ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", name)
            )
        }
        let rows = Set(groups).sorted().map { ExampleRows.row("networkSecurityGroups", $0, "") }
        let network = ExampleRows.network("vnet", "10.1.0.0/16", subnets: subnets)
        return "[\((rows + [network]).joined(separator: ",\n "))]"
    }
}
