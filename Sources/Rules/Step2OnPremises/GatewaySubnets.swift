import Topology

extension Topology {
    /// The gateway subnets of the estate, each with the resource it is judged with: its network, or itself where
    /// the input holds only the subnet.
    var gatewaySubnets: [(subnet: Subnet, owner: Resource)] {
        let inside = all(VirtualNetwork.self).flatMap { network in
            network.subnets.map { (subnet: $0, owner: network.resource) }
        }
        let alone = all(Subnet.self)
            .filter { find(VirtualNetwork.self, $0.virtualNetwork) == nil }
            .map { (subnet: $0, owner: $0.resource) }
        return (inside + alone).filter { $0.subnet.reservedFor == .gateway }
    }
}

extension Proof {
    /// A property of a subnet, from the network it is in or from itself.
    static func subnet(
        _ path: String,
        of subnet: Subnet,
        in owner: Resource,
        expected: String? = nil
    ) -> Proof {
        .part(path, of: subnet.resource, in: owner, "subnets", expected: expected)
    }
}
