import Topology

/// Which balancers spread traffic over machines, and which security groups guard those.
struct PooledMachines {
    private let balancersByGroup: [ResourceID: Set<ResourceID>]
    private let balancersByRole: [ResourceID: Set<ResourceID>]

    init(_ topology: Topology) {
        var byGroup: [ResourceID: Set<ResourceID>] = [:]
        var byRole: [ResourceID: Set<ResourceID>] = [:]
        for interface in topology.all(NetworkInterface.self) {
            for configuration in interface.ipConfigurations {
                let balancers = configuration.loadBalancerBackendAddressPools.compactMap(\.parent)
                guard !balancers.isEmpty else { continue }
                let subnet = topology.subnet(configuration.subnet.value)
                for group in [interface.networkSecurityGroup.value, subnet?.networkSecurityGroup.value] {
                    if let group { byGroup[group, default: []].formUnion(balancers) }
                }
                for role in configuration.applicationSecurityGroups {
                    byRole[role, default: []].formUnion(balancers)
                }
            }
        }
        balancersByGroup = byGroup
        balancersByRole = byRole
    }

    /// The balancers whose machines stand behind a network security group.
    func balancers(behind group: ResourceID) -> Set<ResourceID> { balancersByGroup[group, default: []] }

    /// The balancers over machines of an application security group.
    func balancers(over role: ResourceID) -> Set<ResourceID> { balancersByRole[role, default: []] }
}
