/// Subscriptions, resource groups and management groups.
extension Topology {
    /// A subscription that the estate names, whether or not it holds the subscription's own resource.
    package struct SubscriptionScope: Sendable {
        package let id: ResourceID
        /// Its name, or its number where the estate does not hold it.
        package let displayName: String
        package let subscription: Subscription?
    }

    /// Every subscription that an id names, in the order of the input.
    package var subscriptions: [SubscriptionScope] {
        scopes.subscriptions.map { number in
            let id = ResourceID("/subscriptions/\(number)")
            let subscription = find(Subscription.self, id)
            let name = subscription?.displayName.value ?? subscription?.name ?? number
            return SubscriptionScope(id: id, displayName: name, subscription: subscription)
        }
    }

    /// The resources of a subscription, by its number, in the order of ``resources``.
    package func resources(inSubscription number: some StringProtocol) -> [Resource] {
        scopes.bySubscription[number.lowercased(), default: []].map { resources[Int($0)] }
    }

    /// The resources below a resource group, by the group's id.
    package func resources(inGroup id: ResourceID) -> [Resource] {
        guard let number = id.subscription, let group = id.resourceGroup else { return [] }
        return resources(inSubscription: number).filter { $0.id.resourceGroup?.isSame(as: group) == true }
    }

    /// The ids of the resource groups of a subscription, each once, in the order of the input.
    package func resourceGroups(inSubscription number: some StringProtocol) -> [ResourceID] {
        var seen: Set<ResourceID> = []
        return resources(inSubscription: number).compactMap { resource in
            guard let group = resource.id.resourceGroup else { return nil }
            let id = ResourceID("/subscriptions/\(number)/resourceGroups/\(group)")
            return seen.insert(id).inserted ? id : nil
        }
    }

    package var managementGroups: [ManagementGroup] { all(ManagementGroup.self) }

    private struct Scopes: Sendable {
        var subscriptions: [String] = []
        var bySubscription: [String: [Int32]] = [:]
    }

    private var scopes: Scopes {
        memo.value(Scopes.self) {
            var scopes = Scopes()
            for (position, resource) in resources.enumerated() {
                guard let number = resource.id.subscription else { continue }
                let key = number.lowercased()
                if scopes.bySubscription[key] == nil { scopes.subscriptions.append(String(number)) }
                scopes.bySubscription[key, default: []].append(Int32(position))
            }
            return scopes
        }
    }
}
