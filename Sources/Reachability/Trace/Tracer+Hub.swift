import Topology

/// Through virtual hubs (azure-semantics 5).
extension Tracer {
    /// From where a packet comes to a hub.
    enum HubDoor {
        case connection(ResourceID)
        case branch
        case otherHub
        /// The hub's own firewall, which has inspected it.
        case firewall
    }

    /// Through a hub: its routing intent, then its route tables.
    func throughHub(
        _ id: ResourceID,
        from door: HubDoor,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard let hub = network.hubs.hub(id) else { return unknownPlace(id, &journey) }
        guard journey.path.count(where: { $0.stage == .hub }) < Journey.mostMiddleboxes else {
            return loops(at: id, to: target, &journey)
        }
        var step = Step(.hub, .forward, resource: id)
        let isPrivate = journey.probe.destination.isIn(Self.privateSpace)
        let appliance = isPrivate ? hub.privateAppliance : hub.internetAppliance
        if let appliance, !comesFromFirewall(door), !journey.hasPassed(appliance) {
            step.detail = isPrivate ? "routing intent for private traffic" : "routing intent for the internet"
            journey.note(step)
            return throughHubAppliance(appliance, of: hub, isPrivate, to: target, &journey)
        }
        let named: ResourceID =
            if case .connection(let connection) = door { hub.table(of: connection) } else { hub.defaultTable }
        let table = network.hubs.table(named, of: hub)
        var entry = table.route(to: &journey.probe.destination, skipsFirewalls: comesFromFirewall(door))
        if entry == nil, case .otherHub = door {
            entry = network.hubs.arrival(at: hub, of: &journey.probe.destination)
        }
        step.rule = table.name
        step.prefix = entry?.prefix.description
        guard let entry else {
            if hub.learnsMore, case .onPremises = target {
                journey.note(step)
                journey.assume(
                    Assumption(
                        "on-premises-prefixes-not-listed",
                        "That hub \(id.name) leads there is not in the input, which lists no prefixes learned by BGP."
                    )
                )
                return .arrived
            }
            step.action = .deny
            step.detail = "No route of table \(table.name) leads there."
            return cutOff(at: step, from: id, to: target, &journey)
        }
        journey.note(step)
        return follow(entry.hop, of: hub, from: door, to: target, &journey)
    }

    private func follow(
        _ hop: HubRouting.Hop,
        of hub: HubRouting.Hub,
        from door: HubDoor,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        switch hop {
        case .network(let next):
            if case .connection = door, hub.isBasic {
                let detail = "A Basic WAN does not join virtual networks."
                let step = Step(.hub, .deny, resource: hub.id, detail: detail)
                if let stopped = journey.block(step) { return stopped }
            }
            return deliver(in: next, from: next, to: target, &journey)
        case .appliance(let address, let home):
            guard let site = network.sites.site(at: address, in: home) else {
                journey.assume(
                    Assumption(
                        "next-hop-not-found",
                        "Nothing the input holds stands at \(address) in \(home.name)."
                    )
                )
                let detail = "Nothing stands at the next hop \(address)."
                let step = Step(.route, .deny, resource: hub.id, detail: detail)
                return cutOff(at: step, from: hub.id, to: target, &journey)
            }
            return throughMachine(site, to: target, &journey)
        case .firewall(let firewall):
            let isPrivate = journey.probe.destination.isIn(Self.privateSpace)
            return throughHubAppliance(firewall, of: hub, isPrivate, to: target, &journey)
        case .hub(let next): return throughHub(next, from: .otherHub, to: target, &journey)
        case .branch(let gateway):
            let origin = IPAddress(line: journey.probe.source.value)
            if !hub.joinsBranches, network.hubs.isBranch(origin) {
                let detail = "The WAN does not join branches."
                let step = Step(.hub, .deny, resource: hub.id, detail: detail)
                if let stopped = journey.block(step) { return stopped }
            }
            let step = Step(.gateway, .forward, resource: gateway)
            journey.note(step)
            if target.isInNetwork {
                let reason = Assumption(
                    "beyond-gateway",
                    "What lies behind gateway \(gateway.name) decides what becomes of packets to "
                        + "\(IPAddress(line: journey.probe.destination.value))."
                )
                journey.doubt(reason, at: step)
            }
            return .arrived
        }
    }

    /// Through the firewall of a hub, by its own address or by the hub's routing.
    private func throughHubAppliance(
        _ id: ResourceID,
        of hub: HubRouting.Hub,
        _ isPrivate: Bool,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard let firewall = network.inspection(of: id) else { return unknownPlace(id, &journey) }
        guard !journey.hasPassed(id) else { return loops(at: hub.id, to: target, &journey) }
        if let stopped = inspect(by: firewall, &journey) { return stopped }
        guard isPrivate else { return leaveByFirewall(to: target, &journey) }
        return throughHub(hub.id, from: .firewall, to: target, &journey)
    }

    /// Where a route table steers to the private address of a hub's firewall.
    func throughHubFirewall(
        _ hub: ResourceID,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        guard let known = network.hubs.hub(hub), let firewall = known.firewall else {
            return unknownPlace(hub, &journey)
        }
        journey.note(Step(.hub, .forward, resource: hub))
        let isPrivate = journey.probe.destination.isIn(Self.privateSpace)
        return throughHubAppliance(firewall, of: known, isPrivate, to: target, &journey)
    }

    private func comesFromFirewall(_ door: HubDoor) -> Bool {
        if case .firewall = door { true } else { false }
    }

    private static let privateSpace = AddressSet(HubRouting.privateSpace)
}

extension Network {
    /// What a virtual network learns from the virtual hub it is connected to.
    func hubRoutes(to network: ResourceID) -> [RouteEntry] { hubs.routes(to: network) }

    /// The hub of a network whose firewall has that private address.
    func hubOfFirewall(at address: IPAddress, for network: ResourceID) -> ResourceID? {
        guard let id = hubs.hub(of: network), let firewall = hubs.hub(id)?.firewall,
            inspection(of: firewall)?.privateAddress == address
        else { return nil }
        return id
    }
}
