import Topology

extension Topology {
    /// Every subnet: those of the virtual networks, and those whose network the input leaves out.
    var subnets: [Subnet] {
        all(VirtualNetwork.self).flatMap(\.subnets)
            + all(Subnet.self).filter { $0.virtualNetwork.flatMap(resource) == nil }
    }

    /// The subnet of that id, in its virtual network or on its own.
    func subnet(_ id: ResourceID?) -> Subnet? {
        guard let id else { return nil }
        return find(Subnet.self, id)
            ?? find(VirtualNetwork.self, id.parent)?.subnets.first { $0.id == id }
    }

    /// The subnets in which a virtual machine has an interface.
    var subnetsOfMachines: Set<ResourceID> {
        Set(all(NetworkInterface.self).filter { !$0.virtualMachine.isAbsent }.flatMap(\.subnets))
    }
}
