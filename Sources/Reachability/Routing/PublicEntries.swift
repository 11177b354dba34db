import Topology

/// What stands behind a public address.
enum PublicEntry: Sendable {
    /// An ip configuration of an interface.
    case site(Site)
    case loadBalancer(ResourceID, frontend: ResourceID)
    case applicationGateway(ResourceID)
    case firewall(ResourceID)
    /// It lets nothing in (azure-semantics 7.1).
    case natGateway(ResourceID)
    /// A Bastion or a gateway: Azure itself answers there.
    case managed(ResourceID, subnet: ResourceID?)
    case nothing
    /// It is attached to something the input does not hold.
    case missing(ResourceID)
}

/// What stands behind every public address of the estate.
///
/// What holds an address decides; the address's own note of its holder may be stale and counts only where no holder
/// names it.
struct PublicEntries: Sendable {
    private let entries: [ResourceID: PublicEntry]
    private let byAddress: [IPAddress: ResourceID]

    init(_ topology: Topology, _ sites: Sites) {
        var entries: [ResourceID: PublicEntry] = [:]
        for gateway in topology.all(NATGateway.self) {
            for id in gateway.publicIPAddresses { entries[id] = .natGateway(gateway.id) }
        }
        for bastion in topology.all(BastionHost.self) {
            for configuration in bastion.ipConfigurations {
                guard let id = configuration.publicIPAddress.value else { continue }
                entries[id] = .managed(bastion.id, subnet: configuration.subnet.value)
            }
        }
        for gateway in topology.all(VirtualNetworkGateway.self) {
            for configuration in gateway.ipConfigurations {
                guard let id = configuration.publicIPAddress.value else { continue }
                // A gateway's subnet takes no security group (azure-semantics 1.7).
                entries[id] = .managed(gateway.id, subnet: nil)
            }
        }
        for gateway in topology.all(ApplicationGateway.self) {
            for id in gateway.frontends.compactMap(\.publicIPAddress.value) {
                entries[id] = .applicationGateway(gateway.id)
            }
        }
        for firewall in topology.all(AzureFirewall.self) {
            for id in firewall.ipConfigurations.compactMap(\.publicIPAddress.value) {
                entries[id] = .firewall(firewall.id)
            }
        }
        for balancer in topology.all(LoadBalancer.self) {
            for frontend in balancer.frontends {
                guard let id = frontend.publicIPAddress.value else { continue }
                entries[id] = .loadBalancer(balancer.id, frontend: balancer.frontendID(frontend))
            }
        }
        for site in sites.all {
            if let id = site.publicIPAddress { entries[id] = .site(site) }
        }
        var byAddress: [IPAddress: ResourceID] = [:]
        for address in topology.all(PublicIPAddress.self) {
            if let number = address.ipAddress.value { byAddress[number] = address.id }
            guard entries[address.id] == nil else { continue }
            let holder = address.ipConfiguration.value ?? address.natGateway.value
            entries[address.id] = holder.map { .missing($0) } ?? .nothing
        }
        self.entries = entries
        self.byAddress = byAddress
    }

    func entry(_ id: ResourceID) -> PublicEntry { entries[id] ?? .nothing }

    /// The public address of the estate with that number.
    func id(of address: IPAddress) -> ResourceID? { byAddress[address] }
}

extension LoadBalancer {
    /// The id of a frontend, made from its name where the input leaves it out.
    func frontendID(_ frontend: LoadBalancerFrontend) -> ResourceID {
        ResourceID(frontend.id.value ?? "\(id)/frontendIPConfigurations/\(frontend.name.value ?? "")")
    }
}
