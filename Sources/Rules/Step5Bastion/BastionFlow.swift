import Reachability
import Topology

/// A flow that Bastion needs through the filter of its subnet (azure-semantics 1.7).
struct BastionFlow: Sendable {
    let title: String
    let packets: [PacketBox]
    /// Whether a part of it is enough.
    let inPart: Bool
    /// The rule that admits it, as arguments of `az network nsg rule create`.
    let rule: String

    static let inbound = [
        BastionFlow(
            title: "443 from clients",
            packets: [.init(from: .internet, ports: web), .init(from: .inside, ports: web)],
            inPart: true,
            rule: rule("HttpsFromClients", .inbound, from: "Internet", ports: "443")
        ),
        BastionFlow(
            "443 from GatewayManager",
            .init(from: .tag(ServiceTag("GatewayManager")), ports: web),
            rule("GatewayManager", .inbound, from: "GatewayManager", ports: "443")
        ),
        BastionFlow(
            "443 from AzureLoadBalancer",
            .init(from: .tag(.azureLoadBalancer), ports: web),
            rule("LoadBalancer", .inbound, from: "AzureLoadBalancer", ports: "443")
        ),
        BastionFlow(
            "8080 and 5701 from VirtualNetwork",
            .init(from: .virtualNetwork, ports: inner),
            rule("BastionInside", .inbound, from: "VirtualNetwork", to: "VirtualNetwork", ports: "8080 5701")
        ),
    ]

    static let outbound = [
        BastionFlow(
            "22 and 3389 to VirtualNetwork",
            .init(from: .anyone, to: .virtualNetwork, ports: IntervalSet([22...22, 3389...3389])),
            rule("Sessions", .outbound, to: "VirtualNetwork", ports: "22 3389")
        ),
        BastionFlow(
            "443 to AzureCloud",
            .init(from: .anyone, to: .tag(ServiceTag("AzureCloud")), ports: web),
            rule("AzureCloud", .outbound, to: "AzureCloud", ports: "443")
        ),
        BastionFlow(
            "8080 and 5701 to VirtualNetwork",
            .init(from: .anyone, to: .virtualNetwork, ports: inner),
            rule("BastionInside", .outbound, from: "VirtualNetwork", to: "VirtualNetwork", ports: "8080 5701")
        ),
        BastionFlow(
            "80 to the internet",
            .init(from: .anyone, to: .internet, ports: IntervalSet(80)),
            rule("SessionInformation", .outbound, to: "Internet", ports: "80")
        ),
    ]

    private static let web = IntervalSet<UInt16>(443)
    /// Between the instances of one Bastion.
    private static let inner = IntervalSet<UInt16>([5701...5701, 8080...8080])

    private init(_ title: String, _ packets: PacketBox, _ rule: String) {
        self.init(title: title, packets: [packets], inPart: false, rule: rule)
    }

    private init(title: String, packets: [PacketBox], inPart: Bool, rule: String) {
        self.title = title
        self.packets = packets
        self.inPart = inPart
        self.rule = rule
    }

    private static func rule(
        _ name: String,
        _ direction: SecurityRule.Direction,
        from source: String = "'*'",
        to destination: String = "'*'",
        ports: String
    ) -> String {
        let isInbound = direction == .inbound
        return """
            -n Allow\(name)\(isInbound ? "In" : "Out") --direction \(isInbound ? "Inbound" : "Outbound") \
            --priority PRIORITY --access Allow --protocol Tcp --source-address-prefixes \(source) \
            --destination-address-prefixes \(destination) --destination-port-ranges \(ports)
            """
    }

    /// The arguments that name a security group; nil where its id does not.
    static func place(of group: Resource) -> String? {
        guard let name = Control.Remediation.shellWord(String(group.id.name)),
            let place = group.id.resourceGroup.flatMap({ Control.Remediation.shellWord(String($0)) })
        else { return nil }
        return "-g \(place) --nsg-name \(name)"
    }

    /// How a group admits the flow that one of its rules refuses.
    private func opening(_ group: NetworkSecurityGroup, before closing: FilterRule) -> Control.Remediation {
        Control.Remediation(
            "Allow \(title) by a rule with a smaller number than \(closing.priority), that of \(closing.name).",
            command: Self.place(of: group.resource).map { "az network nsg rule create \($0) \(rule)" }
        )
    }

    /// Whether the filter lets the flow through.
    func judge(_ filter: Filter, of group: NetworkSecurityGroup) -> Judgement {
        let decisions = packets.flatMap(filter.decisions)
        let rules = Proof("securityRules", in: group.resource)
        if inPart, decisions.contains(where: { $0.rule.action == .allow && !$0.certain.isEmpty }) {
            return .pass("", rules)
        }
        if let closing = decisions.first(where: { $0.rule.action == .deny && !$0.certain.isEmpty }) {
            return .fail(
                "\(group.name) does not admit \(title): \(closing.rule.title) decides",
                closing.rule.proofs(in: group.resource)
            ).mended(by: opening(group, before: closing.rule))
        }
        let doubt = decisions.first { !$0.isCertain || ($0.rule.action != .allow && $0.rule.action != .deny) }
        return doubt.map { .unknown($0.doubt, rules) } ?? .pass("", rules)
    }
}
