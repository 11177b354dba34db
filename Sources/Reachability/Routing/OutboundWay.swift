import Topology

/// How packets of a subnet leave for the internet where their route says so (azure-semantics 3.7).
enum OutboundWay: Sendable {
    case natGateway(ResourceID, address: IPAddress?)
    case publicAddress(ResourceID, address: IPAddress?)
    case loadBalancer(ResourceID, address: IPAddress?)
    /// An address of Microsoft's, for subnets that do not refuse it.
    case defaultOutbound
    /// None, for that reason.
    case none(String)
    case unknown(Assumption)
}

extension Network {
    /// The way out of a subnet: NAT gateway, then the interface's own address, then a load balancer's outbound rule,
    /// then Azure's default.
    func wayOut(of subnet: Subnet, _ site: Site?, _ probe: Probe) -> OutboundWay {
        if let id = subnet.natGateway.value {
            guard probe.hasPorts else { return .none("NAT gateway \(id.name) carries TCP and UDP alone.") }
            guard let gateway = topology.find(NATGateway.self, id) else {
                return .natGateway(id, address: nil)
            }
            let hasAddress = !gateway.publicIPAddresses.isEmpty || !gateway.publicIPPrefixes.isEmpty
            guard hasAddress else { return .none("NAT gateway \(id.name) has no public address.") }
            return .natGateway(id, address: address(gateway.publicIPAddresses.first))
        }
        if let id = site?.publicIPAddress { return .publicAddress(id, address: address(id)) }
        if let site, let way = balancedWay(of: site) { return way }
        switch subnet.defaultOutboundAccess {
        case .set(false):
            guard !reachesStorage(of: subnet, probe) else { return .defaultOutbound }
            return .none("Subnet \(subnet.name) is private and has no way out of its own.")
        case .unknown(let reason):
            return .unknown(
                Assumption(
                    "default-outbound-not-readable",
                    "Default outbound access cannot be read: \(reason)."
                )
            )
        case .set(true), .absent: return .defaultOutbound
        }
    }

    /// Storage of the same region stays within reach of a private subnet (azure-semantics 3.7).
    private func reachesStorage(of subnet: Subnet, _ probe: Probe) -> Bool {
        guard let region = topology.virtualNetwork(of: subnet.id)?.resource.location,
            let storage = tags[ServiceTag("Storage.\(ManagerDeployments.plain(region))")]
        else { return false }
        return storage.neighbourhood(of: probe.destination.value).isInside
    }

    private func address(_ id: ResourceID?) -> IPAddress? {
        topology.find(PublicIPAddress.self, id)?.ipAddress.value
    }

    /// Whether an interface itself is in a pool: members that a pool names by address alone go out as if they were in none
    /// (azure-semantics 7.1).
    private func isJoined(_ site: Site, to pool: ResourceID, of balancer: LoadBalancer) -> Bool {
        guard let id = site.ipConfiguration else { return false }
        let own = topology.find(IPConfiguration.self, id)?.loadBalancerBackendAddressPools ?? []
        return own.contains(pool)
            || balancer.backendPools.contains { named in
                named.backendIPConfigurations.contains(id)
                    && ResourceID(
                        named.id.value ?? "\(balancer.id)/backendAddressPools/\(named.name.value ?? "")"
                    ) == pool
            }
    }

    /// A member of a Standard load balancer's pool has no default way out: either the balancer translates it or nothing
    /// does.
    private func balancedWay(of site: Site) -> OutboundWay? {
        var isBehindStandard = false
        for balancer in topology.all(LoadBalancer.self) {
            let pools = balancer.backendPools.map {
                ResourceID($0.id.value ?? "\(balancer.id)/backendAddressPools/\($0.name.value ?? "")")
            }
            .filter { isJoined(site, to: $0, of: balancer) }
            guard !pools.isEmpty else { continue }
            let fronts = balancer.frontends.filter(\.isPublic)
            isBehindStandard = isBehindStandard || !balancer.skuName.is("Basic")
            let translates =
                balancer.outboundRules.contains { $0.backendPool.value.map(pools.contains) == true }
                || balancer.rules.contains { rule in
                    rule.disableOutboundSNAT != .set(true)
                        && (rule.backendPools + [rule.backendPool.value].compactMap { $0 }).contains(
                            where: pools.contains
                        )
                }
            guard translates, let front = fronts.first else { continue }
            return .loadBalancer(balancer.id, address: address(front.publicIPAddress.value))
        }
        return isBehindStandard
            ? OutboundWay.none("It is behind a Standard load balancer that translates nothing.") : nil
    }
}
