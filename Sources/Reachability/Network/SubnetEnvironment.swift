package import Topology

/// What holds for everything in one subnet: its routes and what its tags cover.
package struct SubnetEnvironment: Sendable {
    package let subnet: Subnet
    package let network: ResourceID
    package let routes: SubnetRoutes
    /// The subnet as its rules see it, for an interface that is in no application security group.
    package let place: Place
    /// What every answer here rests on.
    package let assumptions: [Assumption]
    /// The peered networks whose routes are shown, but whose packets are dropped because the subnet is not among
    /// those that are peered (azure-semantics 3.4).
    package let unpeered: Set<ResourceID>
}
