import Topology

/// What lies behind a step that cuts the way off, for questions that go on past it.
extension Tracer {
    /// The choice of a route that leads nowhere.
    struct Detour {
        let environment: SubnetEnvironment
        /// The interface the packet leaves by, where one is known.
        let site: Site?
        let routes: SubnetRoutes
        let route: RouteEntry
    }

    /// Stops at a route; a question that goes on past it follows the one that would be in effect without it.
    func go(
        around detour: Detour,
        _ step: Step,
        to target: Endpoint,
        _ journey: inout Journey
    )
        -> Journey.Outcome
    {
        guard detour.route.source == .user else {
            return cutOff(at: step, from: detour.environment.network, to: target, &journey)
        }
        if let stopped = journey.block(step) { return stopped }
        let others = detour.routes.without(detour.route)
        return forward(from: detour.environment, detour.site, to: target, by: others, &journey)
    }

    /// Stops where no way leads on; a question that goes on past it hands the packet over as a link between both
    /// networks would.
    ///
    /// The sender is the network the packet is in, where that is known.
    func cutOff(
        at step: Step,
        from sender: ResourceID?,
        to target: Endpoint,
        _ journey: inout Journey
    ) -> Journey.Outcome {
        if let stopped = journey.block(step) { return stopped }
        guard let home = target.virtualNetwork else { return .stopped(step) }
        return deliver(in: home, from: sender ?? home, to: target, &journey)
    }
}

extension Endpoint {
    /// The virtual network it stands in.
    fileprivate var virtualNetwork: ResourceID? {
        switch self {
        case .site(let site): site.virtualNetwork
        case .host(_, let subnet): subnet.parent
        default: nil
        }
    }
}

extension SubnetRoutes {
    /// The routes as they would be without one of them.
    func without(_ route: RouteEntry) -> SubnetRoutes {
        let others = entries.filter { entry in
            entry.prefix != route.prefix || entry.source != route.source || entry.resource != route.resource
                || entry.name != route.name || entry.nextHop != route.nextHop
        }
        let kept = others.map { entry in
            var entry = entry
            entry.overriddenBy = nil
            return entry
        }
        return SubnetRoutes(
            kept.filter { $0.nextHop.kind != .serviceEndpoint },
            services: kept.filter { $0.nextHop.kind == .serviceEndpoint },
            doubts: doubts
        )
    }
}
