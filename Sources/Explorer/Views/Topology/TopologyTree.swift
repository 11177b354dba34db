import Canvas
import Review
import Topology

/// The children of every node, looked up when a branch is opened.
struct TopologyTree {
    let estate: Estate
    let grouping: TopologyGrouping
    /// The resources that are to be seen with everything above them, or nil where all are.
    let kept: Kept?
    /// The resources of each bucket, where the tree is grouped by anything but scope.
    var buckets: [String: [ResourceID]] = [:]

    /// What a filter leaves, by the places of the index.
    struct Kept: Sendable, Hashable {
        /// What matches.
        let matches: [Bool]
        /// What matches, and everything it stands in.
        let visible: [Bool]
        /// The resource groups and subscriptions around those.
        let scopes: Set<ResourceID>
        let count: Int

        init(_ filter: Filter, _ estate: Estate) {
            matches = filter.resourceFlags(of: estate)
            var visible = matches
            var count = 0
            for position in matches.indices where matches[position] {
                count += 1
                for above in estate.index.chain(from: position).dropFirst() {
                    if visible[above] { break }
                    visible[above] = true
                }
            }
            self.visible = visible
            self.count = count
            scopes = estate.index.scopes.scopes(of: visible)
        }
    }

    private var scopes: ScopeIndex { estate.index.scopes }
    private var topology: Topology { estate.topology }

    private func isKept(_ id: ResourceID) -> Bool {
        guard let kept else { return true }
        return estate.index.position(id).map { kept.visible[$0] } ?? false
    }

    /// Whether a filter finds a resource itself.
    func isMatch(_ id: ResourceID) -> Bool {
        guard let kept else { return true }
        return estate.index.position(id).map { kept.matches[$0] } ?? false
    }

    var roots: [TopologyNode] {
        guard grouping == .scope else { return buckets.keys.sorted().map(TopologyNode.bucket) }
        return scopes.managementGroups.map(TopologyNode.managementGroup).filter(isShown)
            + scopes.houseless.map { .subscription($0.number) }.filter(isShown)
            + scopes.elsewhere.filter(isKept).map(TopologyNode.resource)
    }

    /// The nodes directly below a node.
    func children(of node: TopologyNode) -> [TopologyNode] {
        switch node {
        case .managementGroup(let id):
            return scopes.managementGroups(below: id).map(TopologyNode.managementGroup).filter(isShown)
                + scopes.subscriptions(below: id).map { .subscription($0.number) }.filter(isShown)
        case .subscription(let number):
            guard let found = scopes.subscription(number) else { return [] }
            return found.groups.map(TopologyNode.group).filter(isShown)
                + (found.own.contains(where: isKept) ? [.settings(found.number)] : [])
        case .settings(let number):
            return inReadingOrder(scopes.subscription(number)?.own ?? [])
        case .group(let id): return inReadingOrder(scopes.resources(inGroup: id))
        case .bucket(let name): return buckets[name, default: []].map(TopologyNode.resource)
        case .resource(let id):
            return topology.children(of: id).map(\.id).filter(isKept).map(TopologyNode.resource)
                + occupants(of: id).filter(isKept).map { .occupant($0, subnet: id) }
        case .occupant(let id, _):
            return topology.children(of: id).map(\.id).filter(isKept).map(TopologyNode.resource)
        }
    }

    /// What stands below a scope or bucket, in no order.
    func contents(of node: TopologyNode) -> [TopologyNode] {
        switch node {
        case .group(let id): scopes.resources(inGroup: id).filter(isKept).map(TopologyNode.resource)
        case .settings(let number):
            (scopes.subscription(number)?.own ?? []).filter(isKept).map(TopologyNode.resource)
        default: children(of: node)
        }
    }

    /// Virtual networks first, then by what they are and by name.
    private func inReadingOrder(_ ids: [ResourceID]) -> [TopologyNode] {
        let keyed = ids.filter(isKept).map { id -> (key: String, id: ResourceID) in
            guard let type = topology.resource(id)?.type else { return ("~", id) }
            let isNetwork = VirtualNetwork.types.contains(type)
            return ("\(isNetwork ? " " : type.noun)/\(id.displayName.lowercased())", id)
        }
        return keyed.sorted { $0.key < $1.key }.map { .resource($0.id) }
    }

    /// Whether anything stands below a node; cheap, for it is asked of every row on the screen.
    func hasChildren(_ node: TopologyNode) -> Bool {
        switch node {
        case .managementGroup, .settings, .bucket: true
        case .subscription(let number):
            scopes.subscription(number).map { !$0.groups.isEmpty || !$0.own.isEmpty } ?? false
        case .group(let id): scopes.resources(inGroup: id).contains(where: isKept)
        case .resource, .occupant: !children(of: node).isEmpty
        }
    }

    /// Whether a scope or anything below it is left by the filter.
    private func isShown(_ node: TopologyNode) -> Bool {
        guard let kept else { return true }
        switch node {
        case .managementGroup(let id): return isKept(id) || !children(of: node).isEmpty
        case .subscription, .group: return node.resource.map(kept.scopes.contains) ?? false
        default: return true
        }
    }

    /// What stands in a subnet: the interface rather than its ip configuration, each once.
    private func occupants(of id: ResourceID) -> [ResourceID] {
        guard id.type.map(Subnet.types.contains) ?? false else { return [] }
        var seen: Set<ResourceID> = []
        return topology.occupants(of: id).map { topmost($0.id) ?? $0.id }
            .filter { $0 != id.parent && seen.insert($0).inserted }
    }

    // MARK: Buckets

    /// Sorts the resources that the filter leaves into their buckets.
    func filled() -> [String: [ResourceID]] {
        guard grouping != .scope else { return [:] }
        var found: [String: [(name: String, id: ResourceID)]] = [:]
        for resource in topology.resources where isMatch(resource.id) {
            for bucket in bucketNames(of: resource) {
                found[bucket, default: []].append((resource.id.displayName, resource.id))
            }
        }
        return found.mapValues { members in members.sorted { $0.name < $1.name }.map(\.id) }
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

    // MARK: Finding one's way

    /// The nodes that lead from a root to a resource, the resource last; empty where it is not in the tree.
    func path(to id: ResourceID) -> [TopologyNode] {
        guard let resource = topology.resource(id) else { return [] }
        let top = topmost(id) ?? id
        guard grouping == .scope else {
            guard let holder = topology.resource(top), let bucket = bucketNames(of: holder).first else {
                return []
            }
            return [.bucket(bucket)] + chain(from: top, to: id)
        }
        if ManagementGroup.types.contains(resource.type) { return house(id) }
        guard let found = id.subscription.flatMap({ scopes.subscription(String($0)) }) else {
            return chain(from: top, to: id)
        }
        var path = scopes.house(of: found.number).map(house) ?? []
        path.append(.subscription(found.number))
        if id == found.id { return path }
        if let name = id.resourceGroup {
            let wanted = ResourceID("\(found.id.text)/resourceGroups/\(name)")
            path.append(.group(found.groups.first { $0 == wanted } ?? wanted))
            if id == wanted { return path }
        } else if found.own.contains(top) {
            path.append(.settings(found.number))
        }
        return path + chain(from: top, to: id)
    }

    /// A management group and those above it.
    private func house(_ id: ResourceID) -> [TopologyNode] {
        (scopes.managementGroups(above: id) + [id]).map(TopologyNode.managementGroup)
    }

    /// The outermost resource around an id that the estate holds.
    private func topmost(_ id: ResourceID) -> ResourceID? {
        var top: ResourceID?
        var next: ResourceID? = id
        for _ in 0..<12 {
            guard let here = next, here.isInProvider else { break }
            if topology.resource(here) != nil { top = here }
            next = here.parent
        }
        return top
    }

    private func chain(from top: ResourceID, to id: ResourceID) -> [TopologyNode] {
        var path: [TopologyNode] = []
        var next: ResourceID? = id
        for _ in 0..<12 {
            guard let here = next else { break }
            if topology.resource(here) != nil { path.insert(.resource(here), at: 0) }
            if here == top { break }
            next = here.parent
        }
        return path
    }
}
