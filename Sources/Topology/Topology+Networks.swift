/// The network's own questions: what stands where, and what is attached to what.
extension Topology {
    package func subnets(of virtualNetwork: ResourceID) -> [Subnet] {
        all(Subnet.self, below: virtualNetwork)
    }

    /// The virtual network of a subnet.
    package func virtualNetwork(of subnet: ResourceID) -> VirtualNetwork? {
        find(VirtualNetwork.self, subnet.parent)
    }

    package func securityGroup(of subnet: Subnet) -> NetworkSecurityGroup? {
        find(NetworkSecurityGroup.self, subnet.networkSecurityGroup)
    }

    package func securityGroup(of interface: NetworkInterface) -> NetworkSecurityGroup? {
        find(NetworkSecurityGroup.self, interface.networkSecurityGroup)
    }

    package func routeTable(of subnet: Subnet) -> RouteTable? { find(RouteTable.self, subnet.routeTable) }

    package func networkInterfaces(in subnet: ResourceID) -> [NetworkInterface] {
        interfacesBySubnet[subnet, default: []].compactMap { find(NetworkInterface.self, $0) }
    }

    /// The interfaces that a virtual machine names, and those that name it.
    package func networkInterfaces(of machine: VirtualMachine) -> [NetworkInterface] {
        let named = machine.networkInterfaces.compactMap { find(NetworkInterface.self, $0) }
        let ids = Set(named.map(\.id))
        let naming = interfacesByMachine[machine.id, default: []].filter { !ids.contains($0) }
        return named + naming.compactMap { find(NetworkInterface.self, $0) }
    }

    /// The public addresses at the machine's own interfaces.
    package func publicIPAddresses(of machine: VirtualMachine) -> [PublicIPAddress] {
        networkInterfaces(of: machine).flatMap(\.ipConfigurations)
            .compactMap { find(PublicIPAddress.self, $0.publicIPAddress) }
    }

    /// The other half of a peering: the one at the remote network that leads back.
    package func twin(of peering: VirtualNetworkPeering) -> VirtualNetworkPeering? {
        find(VirtualNetwork.self, peering.remoteVirtualNetwork)?.peerings
            .first { $0.remoteVirtualNetwork.value == peering.virtualNetwork }
    }

    /// The resources that name a subnet as their place: interfaces, gateways, firewalls, endpoints, services.
    package func occupants(of subnet: ResourceID) -> [Resource] {
        var seen: Set<ResourceID> = []
        return references(to: subnet).compactMap { reference in
            let holder = standAlone(reference.source.id) ?? reference.source
            guard !Self.attachedToSubnets.contains(holder.type), !holder.id.isSame(orBelow: subnet),
                holder.id.parent != subnet.parent, seen.insert(holder.id).inserted
            else { return nil }
            return holder
        }
    }

    /// The virtual networks in which a resource stands, each once.
    package func virtualNetworks(of resource: Resource) -> [ResourceID] {
        if VirtualNetwork.types.contains(resource.type) { return [resource.id] }
        if resource.type.parent == VirtualNetwork.types[0] { return resource.id.parent.map { [$0] } ?? [] }
        var holders = [resource.id]
        if let machine = find(VirtualMachine.self, resource.id) {
            holders = networkInterfaces(of: machine).map(\.id)
        }
        return holders.flatMap(references(from:)).reduce(into: []) { found, reference in
            guard let subnet = reference.id.enclosing(Subnet.types[0]), let network = subnet.parent,
                !found.contains(network)
            else { return }
            found.append(network)
        }
    }

    /// What is attached to subnets without standing in them.
    private static let attachedToSubnets: Set<ResourceType> = Set(
        NetworkSecurityGroup.types + RouteTable.types + NATGateway.types + ServiceEndpointPolicy.types
            + VirtualNetwork.types + FlowLog.types + RoleAssignment.types + NetworkGroupMember.types
    )

    private typealias Interfaces = [ResourceID: [ResourceID]]

    private var interfacesBySubnet: Interfaces {
        memo.value(Interfaces.self, for: "interfaces by subnet") {
            all(NetworkInterface.self).reduce(into: [:]) { found, interface in
                for subnet in interface.subnets { found[subnet, default: []].append(interface.id) }
            }
        }
    }

    private var interfacesByMachine: Interfaces {
        memo.value(Interfaces.self, for: "interfaces by machine") {
            all(NetworkInterface.self).reduce(into: [:]) { found, interface in
                guard let machine = interface.virtualMachine.value else { return }
                found[machine, default: []].append(interface.id)
            }
        }
    }
}

extension ResourceID {
    /// This id or the one above it that is of a type; nil where there is none.
    package func enclosing(_ wanted: ResourceType) -> ResourceID? {
        var here: ResourceID? = self
        for _ in 0..<6 {
            guard let id = here, let type = id.type else { return nil }
            if type == wanted { return id }
            here = id.parent
        }
        return nil
    }
}
