package import Topology

/// A route of a subnet, in effect or overridden.
package struct RouteEntry: Sendable {
    package let prefix: AddressPrefix
    package let nextHop: NextHop
    package let source: EffectiveRouteSource
    /// The route table, peering or gateway it comes from; nil for Azure's own.
    package var resource: ResourceID?
    package var name: String?
    /// The service tag the prefix stands for, where the route names one.
    package var tag: ServiceTag?
    /// Why another route is in effect for the same prefix; nil for a route in effect.
    package var overriddenBy: String?
    /// What an answer by this route rests on.
    package var assumption: Assumption?
    /// Why it cannot be said where the route leads.
    package var doubt: Assumption?

    package init(
        _ prefix: AddressPrefix,
        _ nextHop: NextHop,
        _ source: EffectiveRouteSource,
        resource: ResourceID? = nil,
        name: String? = nil,
        tag: ServiceTag? = nil,
        assumption: Assumption? = nil,
        doubt: Assumption? = nil
    ) {
        self.prefix = prefix
        self.nextHop = nextHop
        self.source = source
        self.resource = resource
        self.name = name
        self.tag = tag
        self.assumption = assumption
        self.doubt = doubt
    }

    /// What carries packets where the route leads: a gateway or a hub itself, else what the route comes from.
    var carrier: ResourceID? {
        switch nextHop {
        case .gateway(let id), .hub(let id, _): id
        default: resource
        }
    }

    package var isActive: Bool { overriddenBy == nil }

    /// The order of routes of one prefix, the lowest in effect (azure-semantics 3.2): what a person wrote, an explicit
    /// prefix before tags and a narrow tag before a wide one; then gateways; then Azure itself.
    var rank: Int {
        switch source {
        case .user:
            guard let tag else { return 0 }
            let isCloud = tag.service.lowercased() == "azurecloud"
            return (isCloud ? 3 : 1) + (tag.part == nil ? 1 : 0)
        case .gateway: return 5
        case .system: return 6
        }
    }
}
