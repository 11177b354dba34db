import JSON
import Reachability
import Topology

/// The admin rules that deny risky ports from the internet, and where they are deployed (azure-semantics 2.1).
struct DeployedDenials {
    /// Ports of remote access, of file sharing and of calls to Windows services.
    private static let risky: [UInt16] = [22, 3389, 445, 135, 5985, 5986]

    private let topology: Topology
    private let collections: [AdminRuleCollection]
    private let deployments: [NetworkManagerDeployment]
    private let members: [ResourceID: [NetworkGroupMember]]

    init(_ topology: Topology) {
        self.topology = topology
        collections = topology.all(AdminRuleCollection.self)
        deployments = topology.all(NetworkManagerDeployment.self)
            .filter { $0.deploymentType.is("SecurityAdmin") || $0.deploymentType.value == nil }
        members = Dictionary(grouping: topology.all(NetworkGroupMember.self)) {
            $0.id.parent ?? ResourceID("")
        }
    }

    /// Judges whether all risky ports are denied in a network.
    func judge(_ network: VirtualNetwork) -> Judgement {
        let own = Proof("id", expected: "a network group with admin rules that deny risky ports")
        guard !topology.all(NetworkManager.self).isEmpty || !collections.isEmpty else {
            return .fail("The input holds no network manager over \(network.name)", own)
        }
        let groups = topology.all(NetworkGroup.self).map(\.id)
        let mine = groups.filter { holds($0, network) }
        guard !mine.isEmpty else {
            // A policy may add members that an export of the manager does not list.
            let open = groups.first { members[$0, default: []].isEmpty }
            let unread = members.values.joined().lazy.compactMap(\.member.reason).first
            if let open { return .unknown("the input does not say which networks are in \(open.name)", own) }
            if let unread { return .unknown(unread, own) }
            return .fail("\(network.name) is in no network group", own)
        }
        let wanted = collections.filter { collection in
            collection.groups.contains { $0.networkGroup.value.map(mine.contains) ?? false }
        }
        let unread = collections.lazy.flatMap(\.groups).compactMap(\.networkGroup.reason).first
        let rules = wanted.flatMap { topology.all(AdminRule.self, below: $0.id) }
        let denials = Dictionary(
            rules.map { ($0.id, Self.ports(deniedBy: $0)) },
            uniquingKeysWith: { first, _ in first }
        )
        let denied = denials.values.compactMap(\.value).flatMap(\.self)
        let proofs = rules.prefix(6).map { Proof("destinationPortRanges", in: $0.resource) }
        let missing = Self.risky.filter { !denied.contains($0) }
        guard missing.isEmpty else {
            if let reason = denials.values.lazy.compactMap(\.reason).first ?? unread {
                return .unknown(reason, own)
            }
            let list = missing.map(String.init).joined(separator: ", ")
            return .fail(
                "No admin rule denies the ports \(list) from the internet in \(network.name)",
                [own] + proofs
            )
        }
        let deciding = rules.filter { denials[$0.id]?.value?.isEmpty == false }
        return judgeDeployment(of: Set(deciding.compactMap { $0.id.parent?.parent }), to: network, proofs)
    }

    private func holds(_ group: ResourceID, _ network: VirtualNetwork) -> Bool {
        members[group, default: []].contains { $0.member.value == network.id }
    }

    private func judgeDeployment(
        of configurations: Set<ResourceID>,
        to network: VirtualNetwork,
        _ proofs: [Proof]
    ) -> Judgement {
        guard let region = network.resource.location.map(Self.plain) else {
            return .unknown("the input has no location of \(network.name)", proofs)
        }
        guard !deployments.isEmpty else {
            return .unknown(
                "the input does not say what is deployed: az network manager list-deploy-status",
                proofs
            )
        }
        let here = deployments.filter { $0.region.value.map(Self.plain) == region }
        let words = deployments.lazy.compactMap { $0.region.reason ?? $0.deploymentStatus.reason }
        let deployed = here.filter { $0.deploymentStatus.is("Deployed") }.flatMap(\.configurations)
        guard configurations.allSatisfy(deployed.contains) else {
            if let reason = words.first { return .unknown(reason, proofs) }
            return .fail("The admin rules over \(network.name) are not deployed in \(region)", proofs)
        }
        return .pass("Admin rules deny risky ports in \(network.name)", proofs)
    }

    /// The risky ports that a rule denies everything from the internet; unknown where it cannot be read.
    private static func ports(deniedBy rule: AdminRule) -> Setting<[UInt16]> {
        if let gap = rule.access.gap("access of \(rule.name)") ?? rule.direction.gap(
            "direction of \(rule.name)"
        )
            ?? rule.networkProtocol.gap("protocol of \(rule.name)")
        {
            return .unknown(reason: gap)
        }
        let lists = ["sources", "destinations"].map { rule.resource.fields.objects($0) }
        let ends = lists.compactMap(\.value).joined().map { $0.text("addressPrefix") }
        if let reason = ends.lazy.compactMap(\.reason).first
            ?? rule.resource.fields.list("destinationPortRanges").reason
        {
            return .unknown(reason: reason)
        }
        let everywhere =
            rule.destinationAddresses.isEmpty || rule.destinationAddresses.contains(where: \.isEverything)
        let fromInternet = rule.sourceAddresses.isEmpty || rule.sourceAddresses.contains(where: \.isInternet)
        let overTCP = rule.networkProtocol.value?.numbers?.contains(6) ?? false
        guard rule.access == .set(.deny), rule.direction == .set(.inbound), overTCP, everywhere, fromInternet,
            rule.sourceNetworkGroups.isEmpty, rule.destinationNetworkGroups.isEmpty
        else { return .set([]) }
        return .set(
            risky.filter { rule.destinationPorts.isEmpty || rule.destinationPorts.contains(port: $0) }
        )
    }

    /// `West Europe` and `westeurope` are one region.
    private static func plain(_ region: String) -> String { region.lowercased().filter { $0 != " " } }
}
