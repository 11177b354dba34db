import Topology

/// What a load balancer does with packets to one of its frontends (azure-semantics 7.1).
struct LoadBalancing: Sendable {
    /// Where packets go that a rule matches.
    struct Receivers: Sendable {
        let rule: String
        var sites: [Site]
        /// Members of which the input tells no address.
        let unlisted: Int
        let floats: Bool
        /// Why it cannot be said whether the rule takes the packet.
        var doubt: Assumption?
    }

    private let balancer: LoadBalancer
    private let members: PoolMembers

    init(_ balancer: LoadBalancer, _ members: PoolMembers) {
        self.balancer = balancer
        self.members = members
    }

    /// The members behind the rule that matches, with the port of the packet translated; nil where no rule listens.
    func receivers(at frontend: ResourceID, _ probe: inout Probe) -> Receivers? {
        for rule in balancer.inboundNATRules where rule.frontend.value == frontend {
            if let found = receivers(rule, &probe) { return found }
        }
        for rule in balancer.rules where rule.frontend.value == frontend {
            if let found = receivers(rule, &probe) { return found }
        }
        return nil
    }

    /// Everything that any rule of a frontend leads to.
    func members(at frontend: ResourceID) -> (sites: [Site], unlisted: Int) {
        var sites: [Site] = []
        var unlisted = 0
        func add(_ pool: ResourceID) {
            let found = members.members(of: pool)
            unlisted += found.unlisted
            for site in found.sites where !sites.contains(where: { $0.isSame(as: site) }) {
                sites.append(site)
            }
        }
        for rule in balancer.rules where rule.frontend.value == frontend {
            let pools =
                rule.backendPools.isEmpty ? [rule.backendPool.value].compactMap { $0 } : rule.backendPools
            pools.forEach(add)
        }
        for rule in balancer.inboundNATRules where rule.frontend.value == frontend {
            if let pool = rule.backendPool.value { add(pool) }
            let id = rule.name.value.map { balancer.id.appending("inboundNatRules", $0) }
            let site =
                members.site(rule.backendIPConfiguration.value) ?? id.flatMap { members.site(ofRule: $0) }
            if let site, !sites.contains(where: { $0.isSame(as: site) }) { sites.append(site) }
        }
        return (sites, unlisted)
    }

    private func receivers(_ rule: LoadBalancingRule, _ probe: inout Probe) -> Receivers? {
        let takesAll =
            !probe.hasPorts && rule.isEveryPort && (rule.networkProtocol.value ?? .any).numbers == .everything
        guard takesAll || speaks(rule.networkProtocol, of: probe) else { return nil }
        let pools = rule.backendPools.isEmpty ? [rule.backendPool.value].compactMap { $0 } : rule.backendPools
        let found = pools.map { members.members(of: $0) }
        var receivers = Receivers(
            rule: rule.name.value ?? "?",
            sites: found.flatMap(\.sites),
            unlisted: found.reduce(0) { $0 + $1.unlisted },
            floats: rule.enableFloatingIP == .set(true)
        )
        if takesAll {
            receivers.doubt = Assumption(
                "every-port-and-protocol",
                "Whether a rule of a load balancer for every port takes protocols without ports is not documented."
            )
        }
        // A rule for every port keeps the port.
        if rule.isEveryPort { return receivers }
        guard let port = Self.port(rule.frontendPort), probe.destinationPort.isIn(IntervalSet(port)) else {
            return nil
        }
        if let backend = Self.port(rule.backendPort), backend != port {
            probe.destinationPort.replace(by: backend)
        }
        return receivers
    }

    private func receivers(_ rule: InboundNATRule, _ probe: inout Probe) -> Receivers? {
        guard speaks(rule.networkProtocol, of: probe), let backend = Self.port(rule.backendPort) else {
            return nil
        }
        let floats = rule.enableFloatingIP == .set(true)
        if let port = Self.port(rule.frontendPort), port > 0 {
            guard probe.destinationPort.isIn(IntervalSet(port)) else { return nil }
            probe.destinationPort.replace(by: backend)
            let id = rule.name.value.map { balancer.id.appending("inboundNatRules", $0) }
            let named = members.site(rule.backendIPConfiguration.value)
            let site = named ?? id.flatMap { members.site(ofRule: $0) }
            return Receivers(
                rule: rule.name.value ?? "?",
                sites: site.map { [$0] } ?? [],
                unlisted: site == nil ? 1 : 0,
                floats: floats
            )
        }
        // A range of frontend ports: each member of the pool gets one, which one the input does not tell.
        guard let first = Self.port(rule.frontendPortRangeStart),
            let last = Self.port(rule.frontendPortRangeEnd),
            first <= last, probe.destinationPort.isIn(IntervalSet([first...last]))
        else { return nil }
        let place = Int(probe.destinationPort.value - first)
        probe.destinationPort.shift(to: backend)
        let pool = rule.backendPool.value.map { members.members(of: $0) }
        let sites = pool?.sites ?? []
        var receivers = Receivers(
            rule: rule.name.value ?? "?",
            sites: sites,
            unlisted: pool?.unlisted ?? 0,
            floats: floats
        )
        if place >= sites.count, !sites.isEmpty {
            receivers.doubt = Assumption(
                "port-of-member-not-in-input",
                "The range of rule \(receivers.rule) is longer than its pool, and the input does not tell which ports lead to "
                    + "members."
            )
        }
        return receivers
    }

    private func speaks(_ networkProtocol: Setting<NetworkProtocol>, of probe: Probe) -> Bool {
        guard probe.hasPorts else { return false }
        guard let numbers = (networkProtocol.value ?? .any).numbers else { return false }
        return numbers.neighbourhood(of: probe.protocolNumber).isInside
    }

    private static func port(_ setting: Setting<Int>) -> UInt16? {
        setting.value.flatMap { UInt16(exactly: $0) }
    }
}

/// Who is in the backend pools of load balancers, found from both sides.
struct PoolMembers: Sendable {
    private let pools: [ResourceID: [Site]]
    private let unlisted: [ResourceID: Int]
    private let rules: [ResourceID: Site]
    private let byIPConfiguration: [ResourceID: Site]

    init(_ topology: Topology, _ sites: Sites) {
        var pools: [ResourceID: [Site]] = [:]
        var unlisted: [ResourceID: Int] = [:]
        var rules: [ResourceID: Site] = [:]
        var byIPConfiguration: [ResourceID: Site] = [:]
        func add(_ site: Site, to pool: ResourceID) {
            if pools[pool]?.contains(where: { $0.ipConfiguration == site.ipConfiguration && $0.id == site.id }
            ) != true {
                pools[pool, default: []].append(site)
            }
        }
        for configuration in topology.all(NetworkInterface.self).flatMap(\.ipConfigurations) {
            guard let site = sites.site(ofIPConfiguration: configuration.id) else { continue }
            byIPConfiguration[configuration.id] = site
            for pool in configuration.loadBalancerBackendAddressPools { add(site, to: pool) }
            for rule in configuration.loadBalancerInboundNATRules { rules[rule] = site }
        }
        for balancer in topology.all(LoadBalancer.self) {
            for pool in balancer.backendPools {
                let id = ResourceID(
                    pool.id.value ?? "\(balancer.id)/backendAddressPools/\(pool.name.value ?? "")"
                )
                for configuration in pool.backendIPConfigurations {
                    if let site = byIPConfiguration[configuration] {
                        add(site, to: id)
                    } else {
                        unlisted[id, default: 0] += 1
                    }
                }
                for member in pool.addresses where member.networkInterfaceIPConfiguration.value == nil {
                    guard let address = member.ipAddress.value else { continue }
                    let home = member.virtualNetwork.value ?? member.subnet.value?.parent
                    let site =
                        home.flatMap { sites.site(at: address, in: $0) } ?? sites.sites(at: address).first
                    if let site { add(site, to: id) } else { unlisted[id, default: 0] += 1 }
                }
            }
        }
        for set in topology.all(VirtualMachineScaleSet.self) {
            let named = set.networkInterfaces.flatMap(\.ipConfigurations).flatMap(
                \.loadBalancerBackendAddressPools
            )
            for pool in named { unlisted[pool, default: 0] += 1 }
        }
        self.pools = pools
        self.unlisted = unlisted
        self.rules = rules
        self.byIPConfiguration = byIPConfiguration
    }

    func members(of pool: ResourceID) -> (sites: [Site], unlisted: Int) {
        (pools[pool] ?? [], unlisted[pool] ?? 0)
    }

    func site(_ ipConfiguration: ResourceID?) -> Site? { ipConfiguration.flatMap { byIPConfiguration[$0] } }

    func site(ofRule rule: ResourceID) -> Site? { rules[rule] }
}
