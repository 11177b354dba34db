import JSON
import Reachability
import Topology

extension Control {
    /// S1-11: from the front one comes to the data by way of the application, and by no other.
    package static let tiersFlowForward = Control(
        id: "S1-11",
        name: "tiers-forward",
        title: "Tiers stand apart, and neither the internet nor the front reaches the data",
        severity: .high,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + NetworkSecurityGroup.types + NetworkInterface.types,
        why: """
            The front is broken into first, because everybody can reach it. If it reaches the database as well, \
            or stands in the same subnet, nothing is left between a bug in a page and all the data.
            """,
        remediation: Remediation(
            "Give each tier a subnet, and let the group of the data tier admit the application tier alone.",
            command: "az network nsg rule delete -g GROUP --nsg-name NSG -n RULE"
        ),
        question: "Which machines are the front, the application and the data?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#deploy-application-specific-rules-for-application-security-groups",
        benchmarks: [
            "mcsb": ["NS-1", "GS-2"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let members = TierMember.Members(topology)
            return topology.all(VirtualNetwork.self).flatMap { network in
                TieredNetwork(network, members.all(in: network), topology).judgements
            }
        },
        examples: [
            .passes(TierEstate.estate(TierEstate.fromApplication)),
            .passes(
                TierEstate.estate(
                    TierEstate.fromApplication,
                    SecurityGroupEstate.rule(200, "Allow", from: "203.0.113.7")
                )
            ),
            .fails(TierEstate.estate(TierEstate.fromApplication, TierEstate.fromFront)),
            .fails(
                TierEstate.estate(SecurityGroupEstate.rule(100, "Allow", from: "10.1.1.0/24", ports: "1433"))
            ),
            .fails(TierEstate.estate(SecurityGroupEstate.rule(100, "Allow", from: "VirtualNetwork"))),
            .fails(
                TierEstate.estate(SecurityGroupEstate.rule(100, "Allow", from: "Internet", ports: "1433"))
            ),
            .fails(TierEstate.estate(TierEstate.fromApplication, isFiltered: false)),
            .fails(TierEstate.estate(TierEstate.fromApplication, front: "data")),
            .unknown(TierEstate.estate(TierEstate.fromFront.replacing(#""Allow""#, with: "null"))),
            .unknown(TierEstate.estate(TierEstate.fromApplication, hasGroup: false)),
            .asks(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet",
                        "10.1.0.0/16",
                        subnets: [ExampleRows.subnet("one", "10.1.1.0/24")]
                    ),
                    ExampleRows.interface(in: "vnet", "one")
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet", "10.1.0.0/16"))),
        ]
    )
}

/// The tiers of one virtual network, and what its filters let through between them.
private struct TieredNetwork {
    private let network: VirtualNetwork
    private let topology: Topology
    private let members: [TierMember]
    private let doubt: String?

    init(_ network: VirtualNetwork, _ members: [TierMember], _ topology: Topology) {
        self.network = network
        self.topology = topology
        self.members = members
        let isNamed = network.subnets.allSatisfy { $0.resource.body.member("name")?.string != nil }
        doubt =
            members.lazy.compactMap(\.doubt).first
            ?? (isNamed ? nil : "the name of a subnet of \(network.name) cannot be read")
    }

    /// So many machines of the front are asked about one by one; of more the first stand for the rest.
    private static let mostSources = 32

    var judgements: [(Resource, Judgement)] {
        let tiers = Set(
            members.compactMap(\.tier) + network.subnets.compactMap { TierMember.tier(of: $0, topology) }
        )
        guard !members.isEmpty || !tiers.isEmpty else { return [] }
        guard !tiers.isEmpty else {
            let judgement = Judgement.ask(
                "Nothing names the tiers of the machines in \(network.name): which are front, application and data?",
                Proof("subnets")
            )
            return [(network.resource, doubt.map { .unknown($0, Proof("subnets")) } ?? judgement)]
        }
        let bySubnet = Dictionary(grouping: members, by: \.subnet)
        return network.subnets.flatMap { subnet -> [(Resource, Judgement)] in
            let inside = bySubnet[subnet.id, default: []]
            let held = Set(inside.compactMap(\.tier))
            if held.count > 1 {
                let names = held.sorted { $0.rawValue < $1.rawValue }.map(\.title).joined(separator: " and ")
                let proofs = inside.prefix(6).map { Proof("ipConfigurations", in: $0.interface.resource) }
                return [(subnet.resource, .fail("\(subnet.title) holds \(names) together", proofs))]
            }
            let tier = held.first ?? TierMember.tier(of: subnet, topology)
            return tier == .data ? [judge(subnet, inside)] : []
        }
    }

    /// Judges who gets into a subnet of the data tier.
    private func judge(_ subnet: Subnet, _ inside: [TierMember]) -> (Resource, Judgement) {
        let proof = Proof("networkSecurityGroup.id", expected: "a security group", in: subnet.resource)
        switch subnet.networkSecurityGroup {
        case .unknown(let reason): return (subnet.resource, .unknown(reason, proof))
        case .absent:
            return (subnet.resource, .fail("Nothing keeps the front from the data in \(subnet.title)", proof))
        case .set(let id):
            guard let group = topology.find(NetworkSecurityGroup.self, id) else {
                return (subnet.resource, .unknown("the input does not hold \(id.name)", proof))
            }
            return (group.resource, judge(group, of: subnet, inside))
        }
    }

    private func judge(_ group: NetworkSecurityGroup, of subnet: Subnet, _ inside: [TierMember]) -> Judgement
    {
        let filter = Filter(group, .inbound)
        let groups = filter.rules.flatMap(\.matches).flatMap(\.marks.keys)
        var target = AddressSet(subnet.addressPrefixes.prefixes)
        if target.isEmpty { target = .everything }
        let profiles = Set(inside.map(\.roles)).union(inside.isEmpty ? [[]] : [])
        let front = members.filter { $0.tier == .front }
        var questions = [(PacketBox(from: .internet, protocols: .portful), Set<ResourceID>(), "the internet")]
        for member in front.prefix(Self.mostSources) {
            for address in member.addresses {
                var box = PacketBox(from: .virtualNetwork, protocols: .portful)
                box.sources = AddressSet([AddressPrefix(address, length: address.version.width)])
                questions.append((box, member.roles, "the front (\(member.interface.name))"))
            }
        }
        if front.isEmpty {
            for place in network.subnets where TierMember.tier(of: place, topology) == .front {
                for prefix in place.addressPrefixes.prefixes {
                    var box = PacketBox(from: .virtualNetwork, protocols: .portful)
                    box.sources = AddressSet([AddressPrefix(prefix.first, length: prefix.version.width)])
                    questions.append((box, [], "the front (\(place.name))"))
                }
            }
        }
        var doubtful: FilterDecision?
        for (question, sources, who) in questions {
            for profile in profiles {
                var box = question
                box.destinations = target
                for mark in groups {
                    switch mark {
                    case .sourceGroup(let id): box.marks[mark] = sources.contains(id)
                    case .destinationGroup(let id): box.marks[mark] = profile.contains(id)
                    default: break
                    }
                }
                let open = filter.decisions(for: box).filter { $0.rule.action != .deny }
                let isWide = who == "the internet"
                let found = open.first { decision in
                    decision.rule.action == .allow && !decision.certain.isEmpty
                        && (!isWide || decision.certain.sources.isWide)
                }
                if let found {
                    let packet = found.witness.map { ", for example \($0)" } ?? ""
                    return .fail(
                        "\(found.rule.title) of \(group.name) lets \(who) reach the data\(packet)",
                        found.rule.proofs(in: group.resource, expected: "the application tier")
                    )
                }
                doubtful = doubtful ?? open.first(where: \.isDoubtful)
            }
        }
        let list = Proof("securityRules")
        if let doubtful { return .unknown(doubtful.doubt, list) }
        if let doubt { return .unknown(doubt, list) }
        return .pass("\(group.name) keeps the internet and the front from the data", list)
    }
}
