import Reachability
import Topology

extension Control {
    /// S1-12: rules that decide nothing say what is not so.
    package static let filtersDoNotContradict = Control(
        id: "S1-12",
        name: "nsg-dead-rules",
        title: "Every rule decides something, at the interface as at the subnet",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: NetworkSecurityGroup.types,
        why: """
            A rule that earlier ones cover looks like a decision and is none. When the earlier rule goes, it \
            wakes up, and nobody remembers what it was for.
            """,
        remediation: Remediation(
            "Delete the rule, or move it above what covers it if it is meant.",
            command: "az network nsg rule delete -g GROUP --nsg-name NSG -n RULE"
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
        benchmarks: ["mcsb": ["NS-7"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .estate { topology in
            let outer = groupsInFront(topology)
            let doubt = topology.all(NetworkInterface.self).lazy.compactMap { gap(behind: $0, topology) }
                .first
            return topology.all(NetworkSecurityGroup.self).map { group in
                (group.resource, judge(group, outer[group.id, default: []], doubt))
            }
        },
        examples: [
            .passes(SecurityGroupEstate.group(https, SecurityGroupEstate.rule(4096, "Deny"))),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny", from: "10.0.1.0/24"),
                    SecurityGroupEstate.rule(200, "Allow", from: "10.0.0.0/16")
                )
            ),
            .passes(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Deny"), outbound)),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(50, "Deny"), https)),
            .fails(
                SecurityGroupEstate.group(
                    https,
                    SecurityGroupEstate.rule(200, "Allow", from: "10.0.0.0/8", ports: "443", over: "Tcp")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "10.0.0.0/25"),
                    SecurityGroupEstate.rule(110, "Allow", from: "10.0.0.128/25"),
                    SecurityGroupEstate.rule(120, "Deny", from: "10.0.0.0/24")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny", direction: "Outbound"),
                    outbound.replacing("100", with: "200")
                )
            ),
            .fails(layered(subnet: SecurityGroupEstate.rule(100, "Deny"), interface: https)),
            .passes(layered(subnet: https, interface: https)),
            .passes(
                SecurityGroupEstate.group(
                    https,
                    SecurityGroupEstate.rule(200, "Allow", from: "GatewayManager", ports: "443", over: "Tcp")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny"),
                    SecurityGroupEstate.rule(200, "Allow", from: "GatewayManager", ports: "443", over: "Tcp")
                )
            ),
            .unknown(
                layered(
                    subnet: SecurityGroupEstate.rule(100, "Deny").replacing(#""Deny""#, with: "null"),
                    interface: https
                )
            ),
            .unknown(
                layered(subnet: https, interface: https).replacing(
                    #""\#(ExampleRows.group)/networkSecurityGroups/nsg-outer"}"#,
                    with: #"{"$symbolic": "[variables('nsg')]"}}"#
                )
            ),
            .unknown(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(50, "Deny", ports: "http"),
                    https
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// Of so many rules the properties are shown; the message counts all of them.
    private static let mostShown = 12

    /// By the group of an interface the groups of the subnets it stands in, where they are others.
    private static func groupsInFront(_ topology: Topology) -> [ResourceID: [NetworkSecurityGroup]] {
        topology.all(NetworkInterface.self).reduce(into: [:]) { outer, interface in
            guard let own = interface.networkSecurityGroup.value else { return }
            for subnet in interface.subnets.compactMap(topology.subnet) {
                guard let group = topology.securityGroup(of: subnet), group.id != own,
                    !outer[own, default: []].contains(where: { $0.id == group.id })
                else { continue }
                outer[own, default: []].append(group)
            }
        }
    }

    /// Why it is not known which groups stand one behind the other at an interface.
    private static func gap(behind interface: NetworkInterface, _ topology: Topology) -> String? {
        if let reason = interface.networkSecurityGroup.reason { return reason }
        guard let own = interface.networkSecurityGroup.value, topology.resource(own) != nil else {
            return nil
        }
        if let reason = interface.ipConfigurations.lazy.compactMap(\.subnet.reason).first { return reason }
        return interface.subnets.lazy.compactMap { id -> String? in
            guard let subnet = topology.subnet(id) else {
                return "the input does not hold the subnet \(id.name)"
            }
            guard let group = subnet.networkSecurityGroup.value else {
                return subnet.networkSecurityGroup.reason
            }
            return topology.resource(group) == nil ? "the input does not hold \(group.name)" : nil
        }.first
    }

    private static func judge(
        _ group: NetworkSecurityGroup,
        _ outer: [NetworkSecurityGroup],
        _ doubt: String?
    ) -> Judgement {
        var work = Filter.mostWork
        let covered = [SecurityRule.Direction.inbound, .outbound].flatMap { direction in
            judge(Filter(group, direction), group, &work)
        }
        let refused = outer.flatMap { subnet in
            judge(Filter(group, .inbound), group, behind: Filter(subnet, .inbound), subnet)
        }
        let open = doubt.map { [Judgement.unknown($0, Proof("securityRules"))] } ?? []
        return .combining(covered + refused + open, pass: "Every rule of \(group.name) decides something")
    }

    /// The rules of one direction that others cover.
    private static func judge(
        _ filter: Filter,
        _ group: NetworkSecurityGroup,
        _ work: inout Int
    ) -> [Judgement] {
        var parts: [Judgement] = []
        for (index, rule) in filter.rules.enumerated() where !rule.isDefault {
            let proofs = parts.count < mostShown ? rule.proofs(in: group.resource) : []
            if rule.isUnread {
                parts.append(.unknown("What \(rule.title) of \(group.name) decides cannot be read", proofs))
                continue
            }
            guard let found = filter.part(decidedBy: index, of: PacketBox(), within: &work) else {
                // What the platform asks for stands there whatever else lets it in.
                let isRefused = rule.matches.contains { match in
                    filter.part(of: match) { $0.action != .allow } != nil
                }
                if rule.admitsPlatform, !isRefused { continue }
                parts.append(.fail("Earlier rules of \(group.name) leave nothing to \(rule.title)", proofs))
                continue
            }
            // What only an unread rule may take away is decided after all, or not.
            if found.rule.isUnread
                || found.certain.isEmpty && filter.rules[..<index].contains(where: \.isUnread)
            {
                parts.append(.unknown(found.doubt, proofs))
            }
        }
        return parts
    }

    /// The rules that allow at the interface what the subnet's group refuses altogether.
    private static func judge(
        _ filter: Filter,
        _ group: NetworkSecurityGroup,
        behind outer: Filter,
        _ subnet: NetworkSecurityGroup
    ) -> [Judgement] {
        filter.rules.enumerated().compactMap { index, rule in
            guard !rule.isDefault, rule.action == .allow, !rule.isUnread else { return nil }
            let passing = rule.matches.compactMap { match in outer.part(of: match) { $0.action != .deny } }
            let proofs = rule.proofs(in: group.resource) + [Proof("securityRules", in: subnet.resource)]
            guard passing.isEmpty else {
                let unread = passing.allSatisfy { $0.rule.isUnread } ? passing.first : nil
                return unread.map { .unknown($0.doubt, proofs) }
            }
            return .fail(
                "\(rule.title) of \(group.name) allows what \(subnet.name) at the subnet refuses",
                proofs
            )
        }
    }

    private static let https = SecurityGroupEstate.rule(100, "Allow", ports: "443", over: "Tcp")
    private static let outbound = SecurityGroupEstate.rule(100, "Allow", ports: "53", direction: "Outbound")

    /// An interface with a group of its own, in a subnet with another one.
    private static func layered(subnet: String, interface: String) -> String {
        let inner = #""networkSecurityGroup": {"id": "\#(SecurityGroupEstate.id)"}"#
        return ExampleRows.estate(
            ExampleRows.network(
                "vnet",
                "10.1.0.0/16",
                subnets: [
                    ExampleRows.subnet(
                        "web",
                        "10.1.1.0/24",
                        ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg-outer")
                    )
                ]
            ),
            ExampleRows.row("networkSecurityGroups", "nsg-outer", #""securityRules": [\#(subnet)]"#),
            SecurityGroupEstate.group(interface),
            ExampleRows.interface(in: "vnet", "web", inner)
        )
    }
}
