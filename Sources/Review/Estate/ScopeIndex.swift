import JSON
package import Topology

/// Management groups, subscriptions and resource groups, with what stands directly in each.
package struct ScopeIndex: Sendable {
    /// The subscriptions in the order of their names.
    package let subscriptions: [SubscriptionScope]
    /// The management groups that stand below no other one.
    package let managementGroups: [ResourceID]
    /// What belongs to no subscription, management groups aside.
    package let elsewhere: [ResourceID]
    /// For each resource of the estate, which of ``scopes`` it stands in; -1 where it stands in none.
    private let scopeOf: [Int32]
    /// Resource groups, and subscriptions for what belongs to them.
    private let scopes: [ResourceID]
    private let positions: [String: Int]
    private let groups: [ResourceID: [ResourceID]]
    /// The management group right above each subscription, by its number in lower case.
    private let houses: [String: ResourceID]
    private let parents: [ResourceID: ResourceID]

    /// A subscription with its resource groups.
    package struct SubscriptionScope: Sendable {
        /// The number, as the ids spell it.
        package let number: String
        package let name: String
        package let groups: [ResourceID]
        /// What belongs to the subscription itself.
        package let own: [ResourceID]

        package var id: ResourceID { ResourceID("/subscriptions/\(number)") }
    }

    /// - Parameters:
    ///   - topology: The estate.
    ///   - around: Where the resource around each resource of the estate stands; -1 where there is none.
    init(_ topology: Topology, _ around: [Int32]) {
        var members: [String: [String: [ResourceID]]] = [:]
        var spelling: [String: String] = [:]
        var elsewhere: [ResourceID] = []
        var scopeOf = [Int32](repeating: -1, count: topology.resources.count)
        var scopes: [ResourceID] = []
        var ordinals: [String: Int32] = [:]
        for (position, resource) in topology.resources.enumerated() {
            let place = ScopePath(resource.id)
            let subscription = place.subscription.lowercased()
            let group = place.group.lowercased()
            if spelling[subscription] == nil { spelling[subscription] = String(place.subscription) }
            if spelling[group] == nil { spelling[group] = String(place.group) }
            if subscription.isEmpty {
                if !ManagementGroup.types.contains(resource.type) { elsewhere.append(resource.id) }
                continue
            }
            let key = "\(subscription)/\(group)"
            if ordinals[key] == nil {
                ordinals[key] = Int32(clamping: scopes.count)
                let above = "/subscriptions/\(place.subscription)"
                scopes.append(ResourceID(group.isEmpty ? above : "\(above)/resourceGroups/\(place.group)"))
            }
            scopeOf[position] = ordinals[key] ?? -1
            // A scope is a branch of its own, and what stands in something else is found there.
            let isScope = resource.type == .subscription || resource.type == .resourceGroup
            let parent = around[position] < 0 ? nil : topology.resources[Int(around[position])].type
            let isInside = parent.map { $0 != .subscription && $0 != .resourceGroup } ?? false
            if isScope || isInside {
                if members[subscription]?[group] == nil { members[subscription, default: [:]][group] = [] }
            } else {
                members[subscription, default: [:]][group, default: []].append(resource.id)
            }
        }
        self.elsewhere = elsewhere
        self.scopeOf = scopeOf
        self.scopes = scopes
        var groups: [ResourceID: [ResourceID]] = [:]
        subscriptions = members.map { subscription, found in
            let number = spelling[subscription] ?? subscription
            let known = topology.find(Subscription.self, ResourceID("/subscriptions/\(number)"))
            let ids = found.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { name, resources in
                let spelled = spelling[name] ?? name
                let id = ResourceID("/subscriptions/\(number)/resourceGroups/\(spelled)")
                groups[id] = resources
                return id
            }
            return SubscriptionScope(
                number: number,
                name: known?.displayName.value ?? known?.name ?? number,
                groups: ids,
                own: found[""] ?? []
            )
        }
        .sorted { $0.name < $1.name }
        self.groups = groups
        self.positions = Dictionary(
            subscriptions.enumerated().map { ($1.number.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        (managementGroups, parents, houses) = ScopeIndex.houses(of: subscriptions, topology)
    }

    /// The subscription of a number.
    package func subscription(_ number: String) -> SubscriptionScope? {
        positions[number.lowercased()].map { subscriptions[$0] }
    }

    /// The resource groups and subscriptions in which resources stand that are flagged.
    package func scopes(of flags: [Bool]) -> Set<ResourceID> {
        var isNeeded = [Bool](repeating: false, count: scopes.count)
        for (position, scope) in scopeOf.enumerated() where flags[position] && scope >= 0 {
            isNeeded[Int(scope)] = true
        }
        var found: Set<ResourceID> = []
        for scope in scopes.indices where isNeeded[scope] {
            found.insert(scopes[scope])
            if let number = scopes[scope].subscription {
                found.insert(ResourceID("/subscriptions/\(number)"))
            }
        }
        return found
    }

    /// What stands directly in a resource group, by its id.
    package func resources(inGroup id: ResourceID) -> [ResourceID] { groups[id, default: []] }

    /// The management groups right below one.
    package func managementGroups(below id: ResourceID) -> [ResourceID] {
        parents.filter { $0.value == id }.map(\.key).sorted { $0.text < $1.text }
    }

    /// The subscriptions right below a management group.
    package func subscriptions(below id: ResourceID) -> [SubscriptionScope] {
        subscriptions.filter { houses[$0.number.lowercased()] == id }
    }

    /// The subscriptions below no management group.
    package var houseless: [SubscriptionScope] {
        subscriptions.filter { houses[$0.number.lowercased()] == nil }
    }

    /// The management groups above one, the outermost first.
    package func managementGroups(above id: ResourceID) -> [ResourceID] {
        var above: [ResourceID] = []
        var next = parents[id]
        while let here = next, above.count < 40 {
            above.insert(here, at: 0)
            next = parents[here]
        }
        return above
    }

    /// The management group right above a subscription.
    package func house(of number: String) -> ResourceID? { houses[number.lowercased()] }

    // MARK: Building

    private typealias Houses = ([ResourceID], parents: [ResourceID: ResourceID], houses: [String: ResourceID])

    /// Who stands below which management group: by the group's own list, else by the subscription's chain.
    private static func houses(of subscriptions: [SubscriptionScope], _ topology: Topology) -> Houses {
        let groups = topology.managementGroups
        let known = Set(groups.map(\.id))
        var parents: [ResourceID: ResourceID] = [:]
        for group in groups {
            guard let parent = group.parentGroup.value, known.contains(parent) else { continue }
            // Groups that name each other in a ring would hang in the air: the ring is opened here.
            var next: ResourceID? = parent
            var steps = 0
            while let here = next, here != group.id, steps < 1_000 {
                next = parents[here]
                steps += 1
            }
            if next == nil { parents[group.id] = parent }
        }
        var houses: [String: ResourceID] = [:]
        let byName = Dictionary(groups.map { ($0.id.name.lowercased(), $0.id) }) { first, _ in first }
        for group in groups {
            for member in group.members {
                if let number = member.subscription { houses[number.lowercased()] = group.id }
            }
        }
        for subscription in subscriptions where houses[subscription.number.lowercased()] == nil {
            let chain = topology.resource(subscription.id)?.fields["managementGroupAncestorsChain"]?.elements
            let name = chain?.first?.member("name")?.string?.lowercased() ?? ""
            if let house = byName[name] { houses[subscription.number.lowercased()] = house }
        }
        let top = groups.map(\.id).filter { parents[$0] == nil }
        return (top, parents, houses)
    }
}

/// The subscription and resource group of an id, read without splitting the whole of it.
package struct ScopePath {
    package private(set) var subscription: Substring = ""
    package private(set) var group: Substring = ""

    package init(_ id: ResourceID) {
        var segments = id.text.split(separator: "/", maxSplits: 4)[...]
        guard segments.count >= 2, segments.removeFirst().isSame(as: "subscriptions") else { return }
        subscription = segments.removeFirst()
        guard segments.count >= 2, segments.removeFirst().isSame(as: "resourceGroups") else { return }
        group = segments.removeFirst()
    }
}
