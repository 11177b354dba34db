import Canvas
import JSON
import Rules
import Topology

/// The children of every node, looked up when a branch is opened.
struct TopologyTree {
    let estate: Estate
    let grouping: TopologyGrouping
    /// The resources that are to be seen with everything above them, or nil where all are.
    let kept: Kept?

    /// What a filter leaves.
    struct Kept: Sendable, Hashable {
        /// What matches.
        let matches: Set<ResourceID>
        /// What matches, and everything it stands below.
        let visible: Set<ResourceID>

        init(_ filter: Filter, _ estate: Estate) {
            let found = filter.resources(of: estate).map { estate.index.resources[$0].id }
            matches = Set(found)
            var visible = matches
            for id in found {
                var next = id.parent
                while let here = next, visible.insert(here).inserted { next = here.parent }
            }
            self.visible = visible
        }
    }

    private func isKept(_ id: ResourceID) -> Bool { kept?.visible.contains(id) ?? true }

    var roots: [TopologyNode] {
        switch grouping {
        case .scope:
            let groups = estate.topology.managementGroups
            let known = Set(groups.map(\.id))
            let top = groups.filter { $0.parentGroup.value.map(known.contains) != true }
            let housed = Set(groups.flatMap { subscriptions(of: $0.id) })
            let loose = estate.index.subscriptions.filter { !housed.contains($0.number.lowercased()) }
            let nodes =
                top.map { TopologyNode.managementGroup($0.id) }
                + loose.map { TopologyNode.subscription($0.number) }
                + estate.index.elsewhere.filter(isKept).map(TopologyNode.resource)
            return nodes.filter(holdsAnything)
        case .type, .region, .tag: return buckets.map { TopologyNode.bucket($0) }
        }
    }

    /// The nodes directly below a node.
    func children(of node: TopologyNode) -> [TopologyNode] {
        switch node {
        case .managementGroup(let id):
            let groups = estate.topology.managementGroups.filter { $0.parentGroup.value == id }
            let own = subscriptions(of: id)
            let nodes =
                groups.map { TopologyNode.managementGroup($0.id) }
                + estate.index.subscriptions.filter { own.contains($0.number.lowercased()) }
                .map { TopologyNode.subscription($0.number) }
            return nodes.filter(holdsAnything)
        case .subscription(let number):
            guard let found = subscription(number) else { return [] }
            return found.groups.map { TopologyNode.group(groupID(number, $0.name)) }.filter(holdsAnything)
                + (found.own.contains(where: isKept) ? [.settings(found.number)] : [])
        case .settings(let number):
            return subscription(number)?.own.filter(isKept).map(TopologyNode.resource) ?? []
        case .group(let id):
            guard let number = id.subscription, let found = subscription(String(number)) else { return [] }
            let name = id.resourceGroup?.lowercased() ?? ""
            return found.groups.first { $0.name.lowercased() == name }?.resources.filter(isKept)
                .map(TopologyNode.resource) ?? []
        case .bucket(let name): return members(of: name).map(TopologyNode.resource)
        case .resource(let id):
            let parts = estate.topology.children(of: id).map(\.id).filter(isKept).map(TopologyNode.resource)
            return parts + occupants(of: id).filter(isKept).map { .occupant($0, subnet: id) }
        case .occupant(let id, _):
            return estate.topology.children(of: id).map(\.id).filter(isKept).map(TopologyNode.resource)
        }
    }

    /// Whether a branch has anything below it that the filter leaves.
    func holdsAnything(_ node: TopologyNode) -> Bool {
        guard kept != nil else { return true }
        switch node {
        case .managementGroup(let id):
            return isKept(id) || !children(of: node).isEmpty
        case .subscription(let number): return isKept(ResourceID("/subscriptions/\(number)"))
        case .group(let id): return isKept(id)
        case .bucket, .settings, .resource, .occupant: return true
        }
    }

    private func subscription(_ number: String) -> EstateIndex.SubscriptionNode? {
        estate.index.subscriptions.first { $0.number.lowercased() == number.lowercased() }
    }

    private func groupID(_ subscription: String, _ group: String) -> ResourceID {
        ResourceID("/subscriptions/\(subscription)/resourceGroups/\(group)")
    }

    /// The subscriptions that say a management group is the nearest above them, by number in lower case.
    private func subscriptions(of group: ResourceID) -> Set<String> {
        let name = group.name.lowercased()
        let members = estate.topology.find(ManagementGroup.self, group)?.members ?? []
        let listed = members.compactMap { $0.subscription?.lowercased() }
        let saying = estate.index.subscriptions.filter { node in
            let resource = estate.topology.resource(ResourceID("/subscriptions/\(node.number)"))
            let chain = resource?.fields["managementGroupAncestorsChain"]?.elements.first
            return chain?.member("name")?.string?.lowercased() == name
        }
        return Set(listed + saying.map { $0.number.lowercased() })
    }

    /// What stands in a subnet: the interface rather than its ip configuration, each once.
    private func occupants(of id: ResourceID) -> [ResourceID] {
        guard id.type.map(Subnet.types.contains) ?? false else { return [] }
        var seen: Set<ResourceID> = []
        return estate.topology.occupants(of: id).map { topmost($0.id) ?? $0.id }
            .filter { $0 != id.parent && seen.insert($0).inserted }
    }

    // MARK: Buckets

    private var buckets: [String] {
        var names: Set<String> = []
        for resource in estate.topology.resources where kept?.matches.contains(resource.id) ?? true {
            names.formUnion(bucketNames(of: resource))
        }
        return names.sorted()
    }

    private func members(of bucket: String) -> [ResourceID] {
        estate.topology.resources.filter { resource in
            (kept?.matches.contains(resource.id) ?? true) && bucketNames(of: resource).contains(bucket)
        }
        .map(\.id).sorted { $0.displayName < $1.displayName }
    }

    private func bucketNames(of resource: Resource) -> [String] {
        switch grouping {
        case .scope: return []
        case .type: return [resource.type.noun]
        case .region: return [resource.location?.lowercased().filter { $0 != " " } ?? "no region"]
        case .tag:
            let tags = resource.tags.map { "\($0.key)=\($0.value)" }
            return tags.isEmpty ? ["no tag"] : tags
        }
    }

    /// The nodes that lead from a root to a resource, the resource last; empty where it is not in the tree.
    func path(to id: ResourceID) -> [TopologyNode] {
        guard estate.topology.resource(id) != nil else { return [] }
        guard grouping == .scope else {
            guard let top = topmost(id), let resource = estate.topology.resource(top) else { return [] }
            guard let bucket = bucketNames(of: resource).first else { return [] }
            return [.bucket(bucket)] + chain(from: top, to: id)
        }
        if estate.topology.find(ManagementGroup.self, id) != nil {
            return managementGroups(above: id) + [.managementGroup(id)]
        }
        guard let number = id.subscription.map(String.init), let found = subscription(number) else {
            return chain(from: topmost(id) ?? id, to: id)
        }
        var path: [TopologyNode] = []
        let house = estate.topology.managementGroups.first {
            subscriptions(of: $0.id).contains(number.lowercased())
        }
        if let house { path = managementGroups(above: house.id) + [.managementGroup(house.id)] }
        path.append(.subscription(found.number))
        if id.parent == nil || id == ResourceID("/subscriptions/\(number)") { return path }
        if let name = id.resourceGroup.map(String.init) {
            let spelled = found.groups.first { $0.name.lowercased() == name.lowercased() }?.name ?? name
            path.append(.group(groupID(found.number, spelled)))
            if id == groupID(number, name) { return path }
        }
        let top = topmost(id) ?? id
        if id.resourceGroup == nil, found.own.contains(top) { path.append(.settings(found.number)) }
        return path + chain(from: top, to: id)
    }

    private func managementGroups(above id: ResourceID) -> [TopologyNode] {
        var path: [TopologyNode] = []
        var next = estate.topology.find(ManagementGroup.self, id)?.parentGroup.value
        while let here = next, path.count < 12, estate.topology.find(ManagementGroup.self, here) != nil {
            path.insert(.managementGroup(here), at: 0)
            next = estate.topology.find(ManagementGroup.self, here)?.parentGroup.value
        }
        return path
    }

    /// The outermost resource around an id that the estate holds.
    private func topmost(_ id: ResourceID) -> ResourceID? {
        var top: ResourceID?
        var next: ResourceID? = id
        for _ in 0..<12 {
            guard let here = next, here.text.contains("/providers/") else { break }
            if estate.topology.resource(here) != nil { top = here }
            next = here.parent
        }
        return top
    }

    private func chain(from top: ResourceID, to id: ResourceID) -> [TopologyNode] {
        var path: [TopologyNode] = []
        var next: ResourceID? = id
        for _ in 0..<12 {
            guard let here = next else { break }
            if estate.topology.resource(here) != nil { path.insert(.resource(here), at: 0) }
            if here == top { break }
            next = here.parent
        }
        return path
    }
}
