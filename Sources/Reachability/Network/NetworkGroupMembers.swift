import Topology

/// The virtual networks in the groups of network managers.
///
/// Members that a policy adds are not in an export of the manager, so a group may hold more.
struct NetworkGroupMembers: Sendable {
    private let members: [ResourceID: [ResourceID]]
    private let spaces: [ResourceID: AddressSet]

    init(_ topology: Topology) {
        var members: [ResourceID: [ResourceID]] = [:]
        for member in topology.all(NetworkGroupMember.self) {
            guard let group = member.id.parent, let named = member.member.value else { continue }
            // A group may hold single subnets; their network is what rules and routes are attached to.
            members[group, default: []].append(named.enclosing(VirtualNetwork.types[0]) ?? named)
        }
        self.members = members
        spaces = members.mapValues { networks in
            AddressSet(
                networks.compactMap { topology.find(VirtualNetwork.self, $0) }
                    .flatMap(\.addressSpace.prefixes)
            )
        }
    }

    func networks(in group: ResourceID) -> [ResourceID] { members[group] ?? [] }

    /// The address spaces of the networks in a group, as a rule that names the group covers them.
    func addresses(of group: ResourceID) -> AddressSet { spaces[group] ?? .empty }
}
