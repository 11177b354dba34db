import Topology

/// The gates of every endpoint: what stands before it, and what it goes out through.
struct EstateFilters: Sendable {
    private(set) var table: FilterTable
    private(set) var gates = Interner<FilterGate>()
    /// The gate before each site, and the gate out of it; -1 for a site that sends nothing.
    private(set) var inbound: [Int32] = []
    private(set) var outbound: [Int32] = []
    /// A number for the subnet of each site, and each subnet's filters.
    private(set) var subnetOf: [Int32] = []
    private(set) var subnets: [SubnetFilters] = []

    /// What the sites of one subnet share.
    struct SubnetFilters: Sendable {
        let id: ResourceID
        /// Nil where the input does not hold the subnet.
        let environment: SubnetEnvironment?
        /// The set that `VirtualNetwork` stands for; -1 without an environment.
        var tag: Int32 = -1
        /// The set of which that is not known; -1 where there is none.
        var perhaps: Int32 = -1
        var adminIn = FilterGate.absent
        var adminOut = FilterGate.absent
        var groupIn = FilterGate.absent
        var groupOut = FilterGate.absent
        /// The group as it is read before a private endpoint.
        var groupAtEndpoint = FilterGate.absent
    }

    private let network: Network
    private var drafts: [DraftKey: Int32] = [:]

    private struct DraftKey: Hashable, Sendable {
        let group: ResourceID
        let direction: SecurityRule.Direction
        let isAtEndpoint: Bool
    }

    init(_ network: Network, _ endpoints: EndpointTable) {
        self.network = network
        table = FilterTable(members: network.sites.membersOfGroups, faults: network.faults)
        var numbers: [ResourceID: Int32] = [:]
        for (index, site) in endpoints.sites.enumerated() {
            let subnet = numbers[site.subnet] ?? Int32(subnets.count)
            if Int(subnet) == subnets.count {
                numbers[site.subnet] = subnet
                subnets.append(filters(of: site.subnet))
            }
            subnetOf.append(subnet)
            let line = endpoints.line(index)
            let shared = subnets[Int(subnet)]
            inbound.append(gates.number(of: gateIn(site, shared, line)))
            outbound.append(site.initiates ? gates.number(of: gateOut(site, shared, line)) : -1)
        }
    }

    /// The number of a set that is asked about beside those of the rules.
    mutating func number(of set: AddressSet) -> Int32 { table.number(of: set) }

    private mutating func filters(of subnet: ResourceID) -> SubnetFilters {
        guard let environment = network.environment(of: subnet) else {
            return SubnetFilters(id: subnet, environment: nil)
        }
        var filters = SubnetFilters(id: subnet, environment: environment)
        filters.tag = table.number(of: environment.place.virtualNetwork)
        if let perhaps = environment.place.perhaps, !perhaps.addresses.isEmpty {
            filters.perhaps = table.number(of: perhaps.addresses)
        }
        if let lists = network.adminRules.lists(of: environment.network, subnet) {
            if !lists.inbound.entries.isEmpty { filters.adminIn = table.draft(lists.inbound) }
            if !lists.outbound.entries.isEmpty { filters.adminOut = table.draft(lists.outbound) }
        }
        let group = environment.subnet.networkSecurityGroup
        filters.groupIn = draft(group, .inbound)
        filters.groupOut = draft(group, .outbound)
        let policies = environment.subnet.privateEndpointNetworkPolicies
        if policies.is("Enabled", "NetworkSecurityGroupEnabled") {
            filters.groupAtEndpoint = draft(group, .inbound, isAtEndpoint: true)
        }
        return filters
    }

    /// The number of a security group's list before it is armed.
    private mutating func draft(
        _ group: Setting<ResourceID>,
        _ direction: SecurityRule.Direction,
        isAtEndpoint: Bool = false
    ) -> Int32 {
        switch group {
        case .absent: return FilterGate.absent
        case .unknown: return FilterGate.unreadable
        case .set(let id):
            let key = DraftKey(group: id, direction: direction, isAtEndpoint: isAtEndpoint)
            if let known = drafts[key] { return known }
            let list = network.rules(of: id, direction)
            let number =
                list.map { table.draft($0, isAtEndpoint ? .atPrivateEndpoint : .plain) }
                ?? FilterGate.unreadable
            drafts[key] = number
            return number
        }
    }

    private mutating func arm(_ draft: Int32, _ place: NearPlace) -> Int32 {
        draft < 0 ? draft : table.arm(draft, at: place)
    }

    private func place(_ site: Site, _ filters: SubnetFilters, _ line: UInt128, joined: Bool) -> NearPlace {
        let place = filters.environment?.place
        func holds(_ set: AddressSet?) -> Bool { set?.neighbourhood(of: line).isInside ?? false }
        let tag =
            holds(place?.virtualNetwork)
            ? Holding.yes : holds(place?.perhaps?.addresses) ? Holding.open : Holding.no
        return NearPlace(
            line: line,
            asked: FarPlace(
                tag: tag,
                isPublic: holds(AddressSpace.internet),
                isVersion6: !holds(AddressSpace.version4)
            ),
            groups: joined ? site.groups : []
        )
    }

    private mutating func gateIn(_ site: Site, _ filters: SubnetFilters, _ line: UInt128) -> FilterGate {
        guard filters.environment != nil else { return FilterGate(mode: .open) }
        switch site.occupant {
        case .machine:
            let place = place(site, filters, line, joined: true)
            return FilterGate(
                admin: arm(filters.adminIn, place),
                subnet: arm(filters.groupIn, place),
                interface: arm(draft(site.securityGroup, .inbound), place),
                tag: filters.tag,
                perhaps: filters.perhaps
            )
        case .firewall, .managed:
            let place = place(site, filters, line, joined: false)
            return FilterGate(
                admin: arm(filters.adminIn, place),
                subnet: arm(filters.groupIn, place),
                tag: filters.tag,
                perhaps: filters.perhaps
            )
        case .privateEndpoint(let id): return gateIn(endpoint: id, site, filters, line)
        case .loadBalancer, .applicationGateway: return FilterGate(mode: .traced)
        }
    }

    /// A private endpoint: its approval, then the subnet's group where the subnet says so (azure-semantics 3.6).
    private mutating func gateIn(
        endpoint id: ResourceID,
        _ site: Site,
        _ filters: SubnetFilters,
        _ line: UInt128
    ) -> FilterGate {
        guard let endpoint = network.topology.find(PrivateEndpoint.self, id) else {
            return FilterGate(mode: .open)
        }
        let connections = endpoint.connections + endpoint.manualConnections
        if !connections.contains(where: { $0.status.is("Approved") }),
            connections.contains(where: { $0.status.value != nil })
        {
            return FilterGate(mode: .closed)
        }
        if filters.environment?.subnet.privateEndpointNetworkPolicies.reason != nil {
            return FilterGate(mode: .open)
        }
        let place = place(site, filters, line, joined: true)
        return FilterGate(
            subnet: arm(filters.groupAtEndpoint, place),
            tag: filters.tag,
            perhaps: filters.perhaps
        )
    }

    private mutating func gateOut(_ site: Site, _ filters: SubnetFilters, _ line: UInt128) -> FilterGate {
        guard filters.environment != nil else { return FilterGate(mode: .traced) }
        let place = place(site, filters, line, joined: true)
        return FilterGate(
            admin: arm(filters.adminOut, place),
            subnet: arm(filters.groupOut, place),
            interface: arm(draft(site.securityGroup, .outbound), place),
            tag: filters.tag,
            perhaps: filters.perhaps
        )
    }
}
