import Rules
import Topology

/// What is looked up in an estate again and again, gathered once.
struct EstateIndex: Sendable {
    /// The lower-case text a search of resources looks through: id, type and region. A row for each resource.
    let resourceKeys: SearchKeys
    /// The lower-case text a search of findings looks through. A row for each finding.
    let findingKeys: SearchKeys
    /// The subscriptions in the order of their names.
    let subscriptions: [Subscription]
    private let positions: [ResourceID: Int]
    /// The findings of each resource that has any.
    private let findings: [Int: [Int]]

    /// A subscription with its resource groups.
    struct Subscription: Sendable {
        let id: String
        let groups: [Group]
        var count: Int { groups.reduce(0) { $0 + $1.resources.count } }
    }

    /// A resource group with the resources whose ids name it.
    struct Group: Sendable {
        let name: String
        let resources: [Int]
    }

    init(_ topology: Topology, _ assessment: Assessment) {
        var positions: [ResourceID: Int] = Dictionary(minimumCapacity: topology.resources.count)
        var keys = SearchKeys()
        keys.reserve(rows: topology.resources.count, bytes: topology.resources.count * 160)
        for (index, resource) in topology.resources.enumerated() {
            if positions[resource.id] == nil { positions[resource.id] = index }
            keys.append(resource.id.text, resource.type.text, resource.location ?? "")
        }
        var found = SearchKeys()
        var findings: [Int: [Int]] = [:]
        for (index, finding) in assessment.findings.enumerated() {
            found.append(
                finding.control.id,
                finding.control.name,
                finding.control.title,
                finding.resource?.id.text ?? "",
                finding.message
            )
            if let resource = finding.resource.flatMap({ positions[$0.id] }) {
                findings[resource, default: []].append(index)
            }
        }
        self.positions = positions
        self.findings = findings
        resourceKeys = keys
        findingKeys = found
        subscriptions = EstateIndex.subscriptions(of: topology)
    }

    /// The index of a resource in the topology.
    func position(_ id: ResourceID) -> Int? { positions[id] }

    /// The findings of a resource, as indices into the assessment.
    func findings(of resource: Int) -> [Int] { findings[resource, default: []] }

    private static func subscriptions(of topology: Topology) -> [Subscription] {
        var members: [String: [String: [Int]]] = [:]
        var spelling: [String: String] = [:]
        for (index, resource) in topology.resources.enumerated() {
            let place = ScopePath(resource.id)
            let subscription = place.subscription.lowercased()
            let group = place.group.lowercased()
            if spelling[subscription] == nil { spelling[subscription] = String(place.subscription) }
            if spelling[group] == nil { spelling[group] = String(place.group) }
            members[subscription, default: [:]][group, default: []].append(index)
        }
        return members.sorted { $0.key < $1.key }.map { subscription, groups in
            Subscription(
                id: spelling[subscription] ?? subscription,
                groups: groups.sorted { $0.key < $1.key }.map { name, resources in
                    Group(name: spelling[name] ?? name, resources: resources)
                }
            )
        }
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
