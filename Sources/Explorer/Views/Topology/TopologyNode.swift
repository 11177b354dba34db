import Canvas
import Rules
import Topology

/// A branch or leaf of the tree of the estate, told apart by what it is so that it survives a reload.
enum TopologyNode: Sendable, Hashable {
    case managementGroup(ResourceID)
    /// By its number.
    case subscription(String)
    /// What belongs to a subscription itself, such as role assignments and plans, by its number.
    case settings(String)
    /// By its id, whether or not the estate holds the group's own resource.
    case group(ResourceID)
    /// What shares a type, a region or a tag, by that value.
    case bucket(String)
    case resource(ResourceID)
    /// A resource shown below the subnet in which it stands.
    case occupant(ResourceID, subnet: ResourceID)

    /// The resource it stands for, where it stands for one.
    var resource: ResourceID? {
        switch self {
        case .managementGroup(let id), .group(let id), .resource(let id), .occupant(let id, _): id
        case .subscription(let number): ResourceID("/subscriptions/\(number)")
        case .bucket, .settings: nil
        }
    }
}

/// How the tree is grouped.
enum TopologyGrouping: String, Sendable, CaseIterable {
    case scope, type, region, tag

    var name: String {
        switch self {
        case .scope: "by subscription"
        case .type: "by type"
        case .region: "by region"
        case .tag: "by tag"
        }
    }
}
