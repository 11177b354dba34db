import Rules
import Topology

/// What is looked up in an estate again and again, gathered once.
struct EstateIndex: Sendable {
    /// Everything that can be searched: the resources, then the parts written inside them that have a name of their
    /// own, such as subnets and rules.
    let resources: [Resource]
    /// The lower-case text a search of resources looks through: id, type and region.
    ///
    /// A row for each resource.
    let resourceKeys: SearchKeys
    /// The lower-case text a search of findings looks through.
    ///
    /// A row for each finding.
    let findingKeys: SearchKeys
    /// The subscriptions in the order of their names.
    let subscriptions: [SubscriptionNode]
    /// What belongs to no subscription, management groups aside.
    let elsewhere: [ResourceID]
    private let positions: [ResourceID: Int]
    private let findings: [ResourceID: [Int]]

    /// A subscription with its resource groups.
    struct SubscriptionNode: Sendable {
        /// The number, as the ids spell it.
        let number: String
        let name: String
        let groups: [Group]
        /// What belongs to the subscription itself.
        let own: [ResourceID]
    }

    /// A resource group with what stands directly in it.
    struct Group: Sendable {
        let name: String
        let resources: [ResourceID]
    }

    /// Parts that are worth finding by name.
    private static let parts: [ResourceType] = [
        "Microsoft.Network/virtualNetworks/subnets",
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
        "Microsoft.Network/networkSecurityGroups/securityRules",
        "Microsoft.Network/routeTables/routes",
    ]

    init(_ topology: Topology, _ assessment: Assessment) {
        var positions: [ResourceID: Int] = Dictionary(minimumCapacity: topology.resources.count)
        var resources = topology.resources
        for (index, resource) in resources.enumerated() { positions[resource.id] = index }
        for part in EstateIndex.parts.flatMap(topology.resources(of:)) where positions[part.id] == nil {
            positions[part.id] = resources.count
            resources.append(part)
        }
        var keys = SearchKeys()
        keys.reserve(rows: resources.count, bytes: resources.count * 160)
        for resource in resources {
            keys.append(resource.id.text, resource.type.text, resource.location ?? "")
        }
        var found = SearchKeys()
        var findings: [ResourceID: [Int]] = [:]
        for (index, finding) in assessment.findings.enumerated() {
            found.append(
                finding.control.id,
                finding.control.name,
                finding.control.title,
                finding.resource?.id.text ?? "",
                finding.message
            )
            if let resource = finding.resource { findings[resource.id, default: []].append(index) }
        }
        self.resources = resources
        self.positions = positions
        self.findings = findings
        resourceKeys = keys
        findingKeys = found
        (subscriptions, elsewhere) = EstateIndex.scopes(of: topology, positions)
    }

    /// Where a resource stands in ``resources``.
    func position(_ id: ResourceID) -> Int? { positions[id] }

    /// The findings of a resource, as indices into the assessment.
    func findings(of id: ResourceID) -> [Int] { findings[id, default: []] }

    private static func scopes(
        of topology: Topology,
        _ positions: [ResourceID: Int]
    ) -> ([SubscriptionNode], elsewhere: [ResourceID]) {
        var members: [String: [String: [ResourceID]]] = [:]
        var spelling: [String: String] = [:]
        var elsewhere: [ResourceID] = []
        for resource in topology.resources {
            let place = ScopePath(resource.id)
            let subscription = place.subscription.lowercased()
            let group = place.group.lowercased()
            if spelling[subscription] == nil { spelling[subscription] = String(place.subscription) }
            if spelling[group] == nil { spelling[group] = String(place.group) }
            if subscription.isEmpty {
                if !isManagementGroup(resource) { elsewhere.append(resource.id) }
                continue
            }
            let isScope = resource.type == .subscription || resource.type == .resourceGroup
            let parent = resource.id.parent
            let isInside = parent.map { $0.text.contains("/providers/") && positions[$0] != nil } ?? false
            // A scope is a branch of its own, and what stands in something else is found there.
            if isScope || isInside {
                if members[subscription]?[group] == nil { members[subscription, default: [:]][group] = [] }
                continue
            }
            members[subscription, default: [:]][group, default: []].append(resource.id)
        }
        let nodes = members.map { subscription, groups in
            let number = spelling[subscription] ?? subscription
            let known = topology.find(Subscription.self, ResourceID("/subscriptions/\(number)"))
            return SubscriptionNode(
                number: number,
                name: known?.displayName.value ?? known?.name ?? number,
                groups: groups.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { name, resources in
                    Group(name: spelling[name] ?? name, resources: inReadingOrder(resources, topology))
                },
                own: inReadingOrder(groups[""] ?? [], topology)
            )
        }
        return (nodes.sorted { $0.name < $1.name }, elsewhere)
    }

    /// Virtual networks first, then by what they are and by name.
    private static func inReadingOrder(_ ids: [ResourceID], _ topology: Topology) -> [ResourceID] {
        let keyed = ids.map { id -> (key: String, id: ResourceID) in
            guard let type = topology.resource(id)?.type else { return ("~", id) }
            let isNetwork = VirtualNetwork.types.contains(type)
            return ("\(isNetwork ? " " : type.noun)/\(id.name.lowercased())", id)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.id)
    }

    private static func isManagementGroup(_ resource: Resource) -> Bool {
        ManagementGroup.types.contains(resource.type)
    }
}

/// The subscription and resource group of an id, read without splitting the whole of it.
struct ScopePath {
    private(set) var subscription: Substring = ""
    private(set) var group: Substring = ""

    init(_ id: ResourceID) {
        var segments = id.text.split(separator: "/", maxSplits: 4)[...]
        guard segments.count >= 2, segments.removeFirst().lowercased() == "subscriptions" else { return }
        subscription = segments.removeFirst()
        guard segments.count >= 2, segments.removeFirst().lowercased() == "resourcegroups" else { return }
        group = segments.removeFirst()
    }
}
