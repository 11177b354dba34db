import Topology

/// Which subscriptions are one's own: those the estate lists.
struct SubscriptionInventory {
    private let tenants: [String: Setting<String>]

    init(_ topology: Topology) {
        tenants = Dictionary(
            topology.all(Subscription.self).map { ($0.id.name.lowercased(), $0.tenantID) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whose a resource is.
    enum Owner {
        case own
        /// In a subscription that the list does not hold.
        case stranger
        /// In a subscription of another tenant than the one it is seen from.
        case otherTenant
        /// The estate lists no subscriptions.
        case unknown
    }

    /// Whose a resource is, seen from another one.
    func owner(of id: ResourceID, from here: ResourceID) -> Owner {
        if let mine = here.subscription, id.subscription?.isSame(as: mine) == true { return .own }
        guard !tenants.isEmpty, let subscription = id.subscription else { return .unknown }
        guard let tenant = tenants[subscription.lowercased()] else { return .stranger }
        let mine = here.subscription.flatMap { tenants[$0.lowercased()] }
        guard let theirs = tenant.value, let ours = mine?.value else { return .own }
        return theirs.isSame(as: ours) ? .own : .otherTenant
    }
}
