package import Topology

/// A private address that stands in a subnet, with what stands there.
package struct Site: Sendable {
    /// What stands there.
    package enum Occupant: Sendable, Hashable {
        /// An interface of a virtual machine, or of nothing yet.
        case machine(ResourceID?)
        case privateEndpoint(ResourceID)
        case firewall(ResourceID)
        /// A frontend of an internal load balancer.
        case loadBalancer(ResourceID, frontend: ResourceID)
        case applicationGateway(ResourceID)
        /// Something that Azure runs there: a gateway, a resolver, a managed service.
        case managed(ResourceID)
    }

    package let occupant: Occupant
    /// The interface, or the occupant where it has none.
    package let id: ResourceID
    package let ipConfiguration: ResourceID?
    package let address: IPAddress
    package let subnet: ResourceID
    /// The security group of the interface.
    package let securityGroup: Setting<ResourceID>
    /// The application security groups of the ip configuration.
    package let groups: [ResourceID]
    /// Whether the interface forwards what is not addressed to it.
    package let forwards: Setting<Bool>
    package let publicIPAddress: ResourceID?

    package init(
        _ occupant: Occupant,
        id: ResourceID,
        ipConfiguration: ResourceID? = nil,
        address: IPAddress,
        subnet: ResourceID,
        securityGroup: Setting<ResourceID> = .absent,
        groups: [ResourceID] = [],
        forwards: Setting<Bool> = .absent,
        publicIPAddress: ResourceID? = nil
    ) {
        self.occupant = occupant
        self.id = id
        self.ipConfiguration = ipConfiguration
        self.address = address
        self.subnet = subnet
        self.securityGroup = securityGroup
        self.groups = groups
        self.forwards = forwards
        self.publicIPAddress = publicIPAddress
    }

    /// Whether both are one place of one interface.
    func isSame(as other: Site) -> Bool {
        id == other.id && address == other.address && subnet == other.subnet
    }

    /// The virtual network it stands in.
    package var virtualNetwork: ResourceID? { subnet.parent }

    /// What people call it: the machine, the endpoint, or the interface itself.
    package var owner: ResourceID {
        switch occupant {
        case .machine(let machine): machine ?? id
        case .privateEndpoint(let id), .firewall(let id), .applicationGateway(let id), .managed(let id): id
        case .loadBalancer(let id, _): id
        }
    }
}
