import JSON
package import Topology

/// What of the network's own input cannot be as it stands, each with its place.
///
/// Azure refuses most of it, so it comes from templates, from exports of different days, or from a slip of the pen.
/// Answers say where they rest on it; this tells all of it at once.
package struct EstateProblems: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ network: Network) {
        let topology = network.topology
        for own in topology.all(VirtualNetwork.self) { peerings(of: own, network) }
        for subnet in topology.all(Subnet.self) { routing(of: subnet, network) }
        for group in topology.all(NetworkSecurityGroup.self) { rules(of: group, network) }
    }

    private mutating func tell(_ message: String, _ resource: Resource) {
        diagnostics.append(
            Diagnostic(.warning, message, at: resource.body.position, of: resource.id)
        )
    }

    // MARK: - Peerings

    private mutating func peerings(of own: VirtualNetwork, _ network: Network) {
        let space = AddressSet(own.addressSpace.prefixes)
        for half in own.peerings {
            guard let remote = half.remoteVirtualNetwork.value else { continue }
            guard let other = network.topology.find(VirtualNetwork.self, remote) else {
                tell(
                    "Peering \(half.name) leads to \(remote.name), which the input does not hold: what lies there is unknown.",
                    half.resource
                )
                continue
            }
            if own.id.text.lowercased() < other.id.text.lowercased()
                || network.topology.twin(of: half) == nil,
                space.overlaps(AddressSet(other.addressSpace.prefixes))
            {
                tell(
                    "\(own.name) and \(other.name) are peered and their address spaces overlap: Azure refuses such a "
                        + "peering, and packets stay in the network they are in.",
                    half.resource
                )
            }
        }
    }

    // MARK: - Routes

    private mutating func routing(of subnet: Subnet, _ network: Network) {
        guard let table = network.topology.routeTable(of: subnet) else { return }
        if let oddity = subnet.oddity(of: table) { tell(oddity, table.resource) }
        guard let environment = network.environment(of: subnet.id) else { return }
        let tracer = Tracer(network)
        for route in table.routes {
            for prefix in route.addressPrefixes.prefixes where route.nextHopType.is("VirtualAppliance") {
                let origin = Endpoint.host(environment.anyAddress, subnet: subnet.id)
                // A packet to the route's own first address, of which only the routing counts.
                let target = prefix.isEverything ? EndpointResolver.someoneOnTheInternet : prefix.first
                let trace = tracer.follow(
                    from: origin,
                    to: .internet(target),
                    protocolNumber: 6,
                    sourcePort: Probe.ephemeralPort,
                    destinationPort: 443
                ).trace
                let codes = Set(trace.assumptions.map(\.code))
                if codes.contains("routing-loop") {
                    tell(
                        "Route \(route.name) of subnet \(subnet.name) leads in a circle: packets to \(target) never arrive.",
                        route.resource
                    )
                } else if codes.contains("next-hop-not-found"), let hop = route.nextHopIPAddress.value,
                    network.device(at: hop, from: environment) == nil
                {
                    tell(
                        "Route \(route.name) of subnet \(subnet.name) leads to \(hop), where nothing of the input stands.",
                        route.resource
                    )
                }
            }
        }
    }

    // MARK: - Rules

    private mutating func rules(of group: NetworkSecurityGroup, _ network: Network) {
        for rule in group.securityRules where !rule.isDefault {
            let ports = rule.sourcePorts + rule.destinationPorts
            if let port = ports.first(where: { $0.range == nil }) {
                tell(
                    "Rule \(rule.name) of \(group.name): '\(port.text)' is no port; what the rule decides is unknown.",
                    rule.resource
                )
            }
            if let oddity = rule.oddity(among: group.securityRules) {
                tell("Rule \(rule.name) of \(group.name): \(oddity)", rule.resource)
            }
            for term in rule.sourceAddresses + rule.destinationAddresses {
                guard case .tag(let tag) = term.meaning, !tag.isBuiltIn, network.tags[tag] == nil,
                    PlatformService(tag) == nil
                else { continue }
                tell(
                    "Rule \(rule.name) of \(group.name) names \(tag), which is in no list of service tags: whom it "
                        + "covers is unknown.",
                    rule.resource
                )
            }
        }
    }
}

extension ServiceTag {
    /// Whether the network itself says what it covers.
    fileprivate var isBuiltIn: Bool {
        [.virtualNetwork, .internet, .azureLoadBalancer].contains(self)
    }
}

extension SubnetEnvironment {
    /// The first address that Azure gives to hosts.
    fileprivate var anyAddress: IPAddress {
        let prefix = subnet.addressPrefixes.prefixes.first
        return prefix.map { IPAddress(version: $0.version, bits: $0.first.bits &+ 4) }
            ?? EndpointResolver.someoneOnTheInternet
    }
}

extension Subnet {
    /// Why a route table should not be where it is; nil where it may be (azure-semantics 3.3).
    func oddity(of table: RouteTable) -> String? {
        switch reservedFor {
        case .bastion, .routeServer:
            return "Subnet \(name) takes no route table, and has \(table.name): Azure refuses it."
        case .gateway where table.routes.contains(where: \.isDefault):
            return
                "Route table \(table.name) has a default route and is on \(name), where Azure does not support one."
        default: return nil
        }
    }
}

extension SecurityRule {
    /// Why Azure would refuse its priority; nil for one it takes (azure-semantics 1.1).
    func oddity(among rules: [SecurityRule]) -> String? {
        guard !isDefault, let priority = priority.value else { return nil }
        guard (100...4096).contains(priority) else {
            return "priority \(priority) is not from 100 to 4096; it is taken to order the rule as written."
        }
        let twin = rules.first { other in
            other.resource.id != resource.id && !other.isDefault && other.priority.value == priority
                && other.direction.value == direction.value
        }
        return twin.map {
            "priority \(priority) is that of rule \($0.name) too; the one given first is taken to decide."
        }
    }
}
