import Reachability
import Topology

extension Control {
    /// S1-07: rules that let in what is needed, from where it is needed.
    package static let inboundRulesAreNarrow = Control(
        id: "S1-07",
        name: "nsg-narrow-rules",
        title: "Allow rules name few ports and narrow sources",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            A rule wider than its purpose opens doors nobody looks after: the next service that is installed \
            on the machine is reachable the moment it starts.
            """,
        remediation: Remediation(
            "Replace the range by the ports that are used and the source by the subnets that use them.",
            command: """
                az network nsg rule update -g GROUP --nsg-name NSG -n RULE --destination-port-ranges PORTS \
                --source-address-prefixes PREFIXES
                """
        ),
        question: "Why is the rule as wide as it is?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#61-secure-cloud-workloads-with-micro-perimeters-and-cloud-native-firewalls",
        benchmarks: [
            "mcsb": ["NS-1"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id).map(judge)
        },
        examples: [
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "10.0.1.0/24", ports: "8000-8080")
                )
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "Internet", ports: "443")
                )
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "GatewayManager", ports: "65200-65535")
                )
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny"),
                    SecurityGroupEstate.rule(200, "Allow", from: "10.0.0.0/8", ports: "*")
                )
            ),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", from: "10.0.1.0/24"))),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "10.0.1.0/24", ports: "1000-2000")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "10.0.0.0/8", ports: "1433")
                )
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "10.0.1.0/24", over: "Icmp")
                )
            ),
            .unknown(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "10.0.1.0/24", ports: "http")
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// Of so many rules the properties are shown; the message counts all of them.
    private static let mostShown = 12
    /// A range of more ports than this is wide.
    private static let mostPorts = 100
    private static let web = IntervalSet<UInt16>([80...80, 443...443])

    private static func judge(_ group: NetworkSecurityGroup) -> Judgement {
        let everything = PacketBox(from: .anyone, protocols: .everything)
        let filter = Filter(group, .inbound)
        var work = Filter.mostWork
        var parts: [Judgement] = []
        for (index, rule) in filter.rules.enumerated() where !rule.isDefault && rule.action != .deny {
            let fault = fault(of: rule)
            // Only a rule that decides something is judged; most are narrow, and need not be asked.
            guard rule.isUnread || fault != nil,
                let found = filter.part(decidedBy: index, of: everything, within: &work)
            else { continue }
            let proofs = parts.count < mostShown ? rule.proofs(in: group.resource) : []
            if rule.isUnread || found.rule.isUnread {
                parts.append(
                    Judgement(outcome: .unknown, message: found.doubt, evidence: proofs, severity: nil)
                )
            } else if let fault {
                let isOpen = rule.allowsEveryPort && filter.isReached(from: .internet, rule: index, &work)
                parts.append(
                    .fail(
                        "\(rule.title) of \(group.name) \(isOpen ? "lets the internet in on every port" : fault)",
                        proofs,
                        severity: isOpen ? .high : nil
                    )
                )
            }
        }
        return .combining(parts, pass: "The rules of \(group.name) are narrow")
    }

    private static func fault(of rule: FilterRule) -> String? {
        guard !rule.admitsPlatform else { return nil }
        if rule.allowsEveryPort { return "allows every port" }
        let ports = IntervalSet(rule.matches.flatMap(\.destinationPorts.ranges))
        if !ports.isEverything,
            let range = ports.ranges.first(where: { Int($0.upperBound) - Int($0.lowerBound) >= mostPorts })
        {
            return "allows the ports \(range.lowerBound)-\(range.upperBound)"
        }
        let known = rule.matches.filter(\.marks.isEmpty).reduce(AddressSet.empty) { $0.union($1.sources) }
        return known.isWide && !web.contains(ports) ? "admits a /8 or more" : nil
    }
}

extension Filter {
    /// Whether packets of a party reach a rule for certain, from so many addresses that no site explains them.
    fileprivate func isReached(from party: Party, rule index: Int, _ work: inout Int) -> Bool {
        let question = PacketBox(from: party, protocols: .portful)
        return part(decidedBy: index, of: question, within: &work)?.certain.sources.isWide ?? false
    }
}

extension FilterRule {
    /// Whether it matches every port of a protocol that has ports.
    fileprivate var allowsEveryPort: Bool {
        matches.contains { $0.destinationPorts.isEverything && $0.protocols.overlaps(.portful) }
    }
}
