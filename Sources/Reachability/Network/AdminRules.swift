import Topology

/// The security admin rules of network managers, by virtual network (azure-semantics 2.1).
struct AdminRules: Sendable {
    /// The rules above one virtual network.
    struct Lists: Sendable {
        let inbound: RuleList
        let outbound: RuleList
        /// What answers there assume about the managers.
        let assumptions: [Assumption]
    }

    private let byNetwork: [ResourceID: Lists]
    /// The subnets to which no admin rule applies.
    private let skippedSubnets: Set<ResourceID>

    init(_ topology: Topology, tags: TagAddresses, faults: Faults = []) {
        let deployments = ManagerDeployments(topology)
        let members = NetworkGroupMembers(topology)
        let restricted = Self.networksOfRestrictedServices(topology)
        var found: [ResourceID: [Applied]] = [:]
        var assumptions: [ResourceID: [Assumption]] = [:]
        for configuration in topology.all(SecurityAdminConfiguration.self) {
            let rank = ManagerRank(configuration.id, topology)
            for collection in topology.all(AdminRuleCollection.self, below: configuration.id) {
                let rules = topology.all(AdminRule.self, below: collection.id)
                let networks = Set(
                    collection.groups.compactMap(\.networkGroup.value).flatMap { members.networks(in: $0) }
                )
                for network in networks {
                    let region = topology.resource(network)?.location ?? ""
                    guard deployments.isDeployed(configuration.id, in: region) else {
                        deployments.assumption(about: configuration.id, of: "SecurityAdmin").map {
                            assumptions[network, default: []].append($0)
                        }
                        continue
                    }
                    let applied = rules.filter {
                        !restricted.contains(network) || Self.applies($0, configuration.intentPolicyServices)
                    }
                    found[network, default: []] += applied.map { Applied(rule: $0, rank: rank) }
                }
            }
        }
        byNetwork = found.merging(assumptions.mapValues { _ in [] }) { known, _ in known }
            .reduce(into: [:]) { lists, entry in
                lists[entry.key] = Lists(
                    inbound: faults.applied(to: Self.list(.inbound, entry.value, members, tags)),
                    outbound: faults.applied(to: Self.list(.outbound, entry.value, members, tags)),
                    assumptions: assumptions[entry.key] ?? []
                )
            }
        skippedSubnets = found.isEmpty ? [] : Self.subnetsWithoutAdminRules(topology)
    }

    var isEmpty: Bool { byNetwork.isEmpty }

    /// The rules that apply to what stands in a subnet; nil where none does.
    func lists(of network: ResourceID, _ subnet: ResourceID) -> Lists? {
        guard let lists = byNetwork[network], !skippedSubnets.contains(subnet) else { return nil }
        return lists
    }

    private struct Applied {
        let rule: AdminRule
        let rank: ManagerRank
    }

    /// All rules of the manager of the higher scope first (azure-semantics 2.1).
    private static func list(
        _ direction: SecurityRule.Direction,
        _ applied: [Applied],
        _ members: NetworkGroupMembers,
        _ tags: TagAddresses
    ) -> RuleList {
        let ordered = applied.sorted { left, right in
            (left.rank, left.rule.priority.value ?? .min) < (right.rank, right.rule.priority.value ?? .min)
        }
        return RuleList(
            direction,
            ordered.enumerated().compactMap { index, applied in
                RuleList.Entry(applied.rule, direction, place: index, members, tags)
            }
        )
    }

    /// Networks with SQL managed instances or Databricks take only what the configuration says for them.
    private static func applies(_ rule: AdminRule, _ services: [String]) -> Bool {
        if services.contains(where: { $0.lowercased() == "all" }) { return true }
        guard services.contains(where: { $0.lowercased() == "allowrulesonly" }) else { return false }
        return rule.access == .set(.allow) || rule.access == .set(.alwaysAllow)
    }

    private static func networksOfRestrictedServices(_ topology: Topology) -> Set<ResourceID> {
        let delegated = topology.all(Subnet.self).filter { subnet in
            subnet.delegations.contains {
                $0.serviceName.is("Microsoft.Sql/managedInstances", "Microsoft.Databricks/workspaces")
            }
        }
        let instances = topology.all(SQLManagedInstance.self).compactMap(\.subnet.value)
        return Set(delegated.compactMap(\.virtualNetwork) + instances.compactMap(\.parent))
    }

    /// Subnets of gateways, firewalls, Bastions, Route Servers and application gateways without isolation.
    private static func subnetsWithoutAdminRules(_ topology: Topology) -> Set<ResourceID> {
        let reserved = topology.all(Subnet.self).filter { $0.reservedFor != nil }.map(\.id)
        return Set(reserved + topology.all(ApplicationGateway.self).compactMap(\.subnet))
    }
}

/// How high the scope of a network manager is: over management groups before over subscriptions.
struct ManagerRank: Comparable, Sendable {
    private let rank: Int

    init(_ configuration: ResourceID, _ topology: Topology) {
        let manager = topology.find(NetworkManager.self, configuration.parent)
        guard let groups = manager?.managementGroups, !groups.isEmpty else {
            rank = .max
            return
        }
        rank = groups.map { Self.depth($0, topology) }.min() ?? .max
    }

    static func < (left: ManagerRank, right: ManagerRank) -> Bool { left.rank < right.rank }

    /// How many management groups stand above one.
    private static func depth(_ group: ResourceID, _ topology: Topology) -> Int {
        var depth = 0
        var here = topology.find(ManagementGroup.self, group)?.parentGroup.value
        while let id = here, depth < 16 {
            depth += 1
            here = topology.find(ManagementGroup.self, id)?.parentGroup.value
        }
        return depth
    }
}
