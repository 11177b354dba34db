package import Topology

/// What the rules at one place need to know of it: what its tags cover and in which groups it is.
package struct Place: Sendable {
    /// What the tag `VirtualNetwork` covers here (azure-semantics 1.4).
    package let virtualNetwork: AddressSet
    /// What the tag `Internet` covers here (azure-semantics 1.5).
    package let internet: AddressSet
    /// Addresses of which it is not known whether `VirtualNetwork` covers them here, and why.
    package let perhaps: Perhaps?
    /// The application security groups that the interface is in.
    package let groups: [ResourceID]
    private let membersOfGroups: [ResourceID: AddressSet]

    /// What may be in a tag.
    package struct Perhaps: Sendable {
        package let addresses: AddressSet
        package let reason: Assumption

        package init(_ addresses: AddressSet, _ reason: Assumption) {
            self.addresses = addresses
            self.reason = reason
        }
    }

    package init(
        virtualNetwork: AddressSet,
        perhaps: Perhaps? = nil,
        internet: AddressSet? = nil,
        groups: [ResourceID] = [],
        membersOfGroups: [ResourceID: AddressSet] = [:]
    ) {
        self.virtualNetwork = virtualNetwork
        self.perhaps = perhaps
        self.internet = internet ?? AddressSpace.internet.subtracting(virtualNetwork)
        self.groups = groups
        self.membersOfGroups = membersOfGroups
    }

    /// The private addresses of the members of an application security group.
    package func members(_ group: ResourceID) -> AddressSet { membersOfGroups[group] ?? .empty }

    /// The same subnet for an interface that is in those groups.
    package func joined(to groups: [ResourceID]) -> Place {
        Place(
            virtualNetwork: virtualNetwork,
            perhaps: perhaps,
            internet: internet,
            groups: groups,
            membersOfGroups: membersOfGroups
        )
    }
}
