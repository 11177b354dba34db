import Topology

/// Which subscriptions join the others, and which scopes reach into them.
struct ConnectivityScope {
    /// What stands only where networks are joined to each other and to on-premises.
    static let types: [ResourceType] = [
        "Microsoft.Network/azureFirewalls", "Microsoft.Network/virtualNetworkGateways",
        "Microsoft.Network/expressRouteCircuits", "Microsoft.Network/virtualWans",
        "Microsoft.Network/virtualHubs",
    ]

    let connectivity: Set<String>
    let workload: Set<String>
    /// The management groups above each subscription, as far as the estate names them.
    private let ancestors: [String: Set<String>]

    /// Whether a scope reaches into a subscription.
    enum Reach { case yes, no, unclear }

    init(_ topology: Topology) {
        let all = Set(topology.subscriptions.map { $0.id.name.lowercased() })
        connectivity = Set(
            Self.types.flatMap(topology.resources(of:)).compactMap(\.id.subscription).map { $0.lowercased() }
        )
        workload = all.subtracting(connectivity)
        ancestors = topology.all(Subscription.self).reduce(into: [:]) { found, subscription in
            let chain = subscription.resource.fields.items("managementGroupAncestorsChain")
            guard !chain.isEmpty else { return }
            found[subscription.id.name.lowercased()] = Set(
                chain.compactMap { $0.text("name").value?.lowercased() }
            )
        }
    }

    /// Whether an assignment at that scope holds in one of the subscriptions.
    func reaches(_ scope: ResourceID, into subscriptions: Set<String>) -> Reach {
        if let subscription = scope.subscription {
            return subscriptions.contains(subscription.lowercased()) ? .yes : .no
        }
        guard let group = scope.segment(after: "managementGroups")?.lowercased() else { return .yes }
        let chains = subscriptions.map { ancestors[$0] }
        if chains.contains(where: { $0?.contains(group) == true }) { return .yes }
        return chains.contains(where: { $0 == nil }) ? .unclear : .no
    }
}
