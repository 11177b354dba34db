import Topology

/// Everything that stands at a private address of the estate.
struct Sites: Sendable {
    let all: [Site]
    private let byAddress: [IPAddress: [Int32]]
    private let byID: [ResourceID: [Int32]]
    private let bySubnet: [ResourceID: [Int32]]
    private let byIPConfiguration: [ResourceID: Int32]
    /// The private addresses in each application security group.
    let membersOfGroups: [ResourceID: AddressSet]

    init(_ topology: Topology) {
        var sites = Self.interfaces(topology)
        sites += Self.platform(topology)
        let taken = Set(sites.map(\.id))
        // An endpoint whose interface the input does not hold still tells its addresses.
        sites += topology.all(PrivateEndpoint.self).filter { endpoint in
            !endpoint.networkInterfaces.contains(where: taken.contains) && !taken.contains(endpoint.id)
        }
        .flatMap(Self.sites(ofEndpoint:))
        all = sites
        byAddress = Self.index(sites) { [$0.address] }
        byID = Self.index(sites) { $0.id == $0.owner ? [$0.id] : [$0.id, $0.owner] }
        bySubnet = Self.index(sites) { [$0.subnet] }
        byIPConfiguration = sites.enumerated().reduce(into: [:]) { found, entry in
            if let id = entry.element.ipConfiguration { found[id] = Int32(entry.offset) }
        }
        var members: [ResourceID: [AddressPrefix]] = [:]
        for site in sites {
            for group in site.groups {
                members[group, default: []].append(
                    AddressPrefix(site.address, length: site.address.version.width)
                )
            }
        }
        membersOfGroups = members.mapValues { AddressSet($0) }
    }

    /// What stands at an address in a virtual network.
    func site(at address: IPAddress, in network: ResourceID) -> Site? {
        (byAddress[address] ?? []).lazy.map { all[Int($0)] }.first { $0.virtualNetwork == network }
    }

    /// Every place where the address stands, in whichever network.
    func sites(at address: IPAddress) -> [Site] { (byAddress[address] ?? []).map { all[Int($0)] } }

    /// The sites of an interface, a machine, an endpoint …, by its id.
    func sites(of id: ResourceID) -> [Site] { (byID[id] ?? []).map { all[Int($0)] } }

    func sites(in subnet: ResourceID) -> [Site] { (bySubnet[subnet] ?? []).map { all[Int($0)] } }

    func site(ofIPConfiguration id: ResourceID) -> Site? { byIPConfiguration[id].map { all[Int($0)] } }

    private static func index<Key: Hashable>(_ sites: [Site], _ keys: (Site) -> [Key]) -> [Key: [Int32]] {
        sites.enumerated().reduce(into: [:]) { found, entry in
            for key in keys(entry.element) { found[key, default: []].append(Int32(entry.offset)) }
        }
    }

    private static func interfaces(_ topology: Topology) -> [Site] {
        // An interface may name its machine, or the machine the interface, or both.
        let machines = topology.all(VirtualMachine.self).reduce(into: [ResourceID: ResourceID]()) {
            found,
            machine in
            for interface in machine.networkInterfaces { found[interface] = machine.id }
        }
        let endpoints = topology.all(PrivateEndpoint.self).reduce(into: [ResourceID: PrivateEndpoint]()) {
            for interface in $1.networkInterfaces { $0[interface] = $1 }
        }
        return topology.all(NetworkInterface.self).flatMap { interface -> [Site] in
            let endpoint =
                endpoints[interface.id] ?? topology.find(PrivateEndpoint.self, interface.privateEndpoint)
            let occupant: Site.Occupant =
                endpoint.map { .privateEndpoint($0.id) }
                ?? interface.privateEndpoint.value.map { .privateEndpoint($0) }
                ?? .machine(interface.virtualMachine.value ?? machines[interface.id])
            return interface.ipConfigurations.compactMap { configuration in
                guard let address = configuration.privateIPAddress.value,
                    let subnet = configuration.subnet.value
                else { return nil }
                return Site(
                    occupant,
                    id: interface.id,
                    ipConfiguration: configuration.id,
                    address: address,
                    subnet: subnet,
                    securityGroup: interface.networkSecurityGroup.map { $0 },
                    groups: configuration.applicationSecurityGroups
                        + (endpoint?.applicationSecurityGroups ?? []),
                    forwards: interface.enableIPForwarding,
                    publicIPAddress: configuration.publicIPAddress.value
                )
            }
        }
    }

    private static func sites(ofEndpoint endpoint: PrivateEndpoint) -> [Site] {
        guard let subnet = endpoint.subnet.value else { return [] }
        let addresses =
            endpoint.ipConfigurations.compactMap(\.privateIPAddress.value)
            + endpoint.customDNSConfigurations.flatMap(\.ipAddresses).compactMap { $0.prefix?.first }
        return Set(addresses).sorted().map { address in
            Site(
                .privateEndpoint(endpoint.id),
                id: endpoint.id,
                address: address,
                subnet: subnet,
                groups: endpoint.applicationSecurityGroups
            )
        }
    }

    /// What Azure runs in subnets at addresses that the input tells.
    private static func platform(_ topology: Topology) -> [Site] {
        let firewalls = topology.all(AzureFirewall.self).flatMap { firewall in
            firewall.ipConfigurations.compactMap { configuration in
                site(
                    .firewall(firewall.id),
                    firewall.id,
                    configuration.privateIPAddress,
                    configuration.subnet
                )
            }
        }
        let balancers = topology.all(LoadBalancer.self).flatMap { balancer in
            balancer.frontends.compactMap { frontend in
                site(
                    .loadBalancer(balancer.id, frontend: balancer.frontendID(frontend)),
                    balancer.id,
                    frontend.privateIPAddress,
                    frontend.subnet
                )
            }
        }
        let gateways = topology.all(ApplicationGateway.self).flatMap { gateway in
            gateway.frontends.compactMap { frontend in
                site(.applicationGateway(gateway.id), gateway.id, frontend.privateIPAddress, frontend.subnet)
            }
        }
        let managed = topology.all(DNSResolverInboundEndpoint.self).flatMap { endpoint in
            endpoint.ipConfigurations.compactMap { configuration in
                site(.managed(endpoint.id), endpoint.id, configuration.privateIPAddress, configuration.subnet)
            }
        }
        return firewalls + balancers + gateways + managed
    }

    private static func site(
        _ occupant: Site.Occupant,
        _ id: ResourceID,
        _ address: Setting<IPAddress>,
        _ subnet: Setting<ResourceID>
    ) -> Site? {
        guard let address = address.value, let subnet = subnet.value else { return nil }
        return Site(occupant, id: id, address: address, subnet: subnet)
    }
}
