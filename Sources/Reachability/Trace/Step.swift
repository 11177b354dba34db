package import Topology

/// One thing that happened to a packet on its way.
package struct Step: Sendable, Equatable {
    /// Where on the way (contracts, section 4).
    package enum Stage: String, Sendable, CaseIterable {
        case platform
        case adminOutbound = "admin-outbound"
        case securityGroupOutbound = "nsg-outbound"
        case route
        case appliance
        case firewallDNAT = "firewall-dnat"
        case firewallNetwork = "firewall-network"
        case firewallApplication = "firewall-application"
        case gateway
        case hub
        case translation
        case adminInbound = "admin-inbound"
        case securityGroupInbound = "nsg-inbound"
        case privateEndpoint = "private-endpoint"
        case serviceFirewall = "service-firewall"
        case endpoint
    }

    /// What happened.
    package enum Action: String, Sendable, CaseIterable {
        case allow, deny, unknown
        /// The packet goes on, and the security groups of this side are not asked.
        case alwaysAllow = "always-allow"
        /// No rule speaks of the packet: it goes on.
        case noMatch = "no-match"
        /// The packet goes on with another address or port.
        case translate
        /// The packet is sent on.
        case forward
    }

    /// To what a security group is attached.
    package enum Layer: String, Sendable, CaseIterable {
        case subnet
        case networkInterface = "nic"
    }

    package var stage: Stage
    package var action: Action
    package var layer: Layer?
    /// What decided: a security group, a route table, a firewall policy and so on.
    package var resource: ResourceID?
    /// The rule, route or collection of the resource.
    package var rule: String?
    package var priority: Int?
    /// Of a route, where it comes from.
    package var routeSource: EffectiveRouteSource?
    /// Of a route, the prefix that was the longest to match.
    package var prefix: String?
    /// Of a route, where it leads.
    package var nextHop: NextHop.Kind?
    /// Of a route, what carries the packet on: a peering, a gateway, a route table; nil where Azure itself does.
    package var carrier: ResourceID?
    /// Where the packet was: a subnet, an interface, a hub.
    package var place: ResourceID?
    /// More about it, for people; one sentence.
    package var detail: String?

    package init(
        _ stage: Stage,
        _ action: Action,
        layer: Layer? = nil,
        resource: ResourceID? = nil,
        rule: String? = nil,
        priority: Int? = nil,
        place: ResourceID? = nil,
        detail: String? = nil
    ) {
        self.stage = stage
        self.action = action
        self.layer = layer
        self.resource = resource
        self.rule = rule
        self.priority = priority
        self.place = place
        self.detail = detail
    }
}
