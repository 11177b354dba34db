import Reachability
import Topology

/// A flow that Bastion needs through the filter of its subnet (azure-semantics 1.7).
struct BastionFlow: Sendable {
    let title: String
    let packets: [PacketBox]
    /// Whether a part of it is enough.
    let inPart: Bool

    static let inbound = [
        BastionFlow(
            title: "443 from clients",
            packets: [.init(from: .internet, ports: web), .init(from: .inside, ports: web)],
            inPart: true
        ),
        BastionFlow("443 from GatewayManager", .init(from: .tag(ServiceTag("GatewayManager")), ports: web)),
        BastionFlow("443 from AzureLoadBalancer", .init(from: .tag(.azureLoadBalancer), ports: web)),
        BastionFlow("8080 and 5701 from VirtualNetwork", .init(from: .virtualNetwork, ports: inner)),
    ]

    static let outbound = [
        BastionFlow(
            "22 and 3389 to VirtualNetwork",
            .init(from: .anyone, to: .virtualNetwork, ports: IntervalSet([22...22, 3389...3389]))
        ),
        BastionFlow(
            "443 to AzureCloud",
            .init(from: .anyone, to: .tag(ServiceTag("AzureCloud")), ports: web)
        ),
        BastionFlow(
            "8080 and 5701 to VirtualNetwork",
            .init(from: .anyone, to: .virtualNetwork, ports: inner)
        ),
        BastionFlow("80 to the internet", .init(from: .anyone, to: .internet, ports: IntervalSet(80))),
    ]

    private static let web = IntervalSet<UInt16>(443)
    /// Between the instances of one Bastion.
    private static let inner = IntervalSet<UInt16>([5701...5701, 8080...8080])

    private init(_ title: String, _ packets: PacketBox) { self.init(title: title, packets: [packets]) }

    private init(title: String, packets: [PacketBox], inPart: Bool = false) {
        self.title = title
        self.packets = packets
        self.inPart = inPart
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
            )
        }
        let doubt = decisions.first { !$0.isCertain || ($0.rule.action != .allow && $0.rule.action != .deny) }
        return doubt.map { .unknown($0.doubt, rules) } ?? .pass("", rules)
    }
}
