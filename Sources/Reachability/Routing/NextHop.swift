package import Topology

/// Where a route sends packets.
package enum NextHop: Sendable, Hashable {
    /// Delivery in the virtual network itself.
    case virtualNetwork
    /// Delivery in a peered virtual network.
    case peering(ResourceID)
    /// Delivery in another member of a connected group, which a network manager makes.
    case connectedGroup(ResourceID)
    case internet
    /// The appliance with that address: an interface, a load balancer's frontend, an Azure Firewall.
    case appliance(IPAddress)
    /// A gateway to on-premises: its id.
    case gateway(ResourceID)
    /// A virtual hub: its id, and the connection by which the virtual network reaches it.
    case hub(ResourceID, connection: ResourceID)
    /// A service of Azure by its service endpoint, for example `Microsoft.Storage`.
    case serviceEndpoint(String)
    /// The private endpoint of that id.
    case privateEndpoint(ResourceID)
    /// Nowhere: the packet is dropped.
    case none

    /// Which of them it is.
    package enum Kind: String, Sendable, CaseIterable {
        case virtualNetwork = "vnet-local"
        case peering
        case connectedGroup = "connected-group"
        case internet
        case appliance = "virtual-appliance"
        case gateway
        case hub
        case serviceEndpoint = "service-endpoint"
        case privateEndpoint = "private-endpoint"
        case none
    }

    package var kind: Kind {
        switch self {
        case .virtualNetwork: .virtualNetwork
        case .peering: .peering
        case .connectedGroup: .connectedGroup
        case .internet: .internet
        case .appliance: .appliance
        case .gateway: .gateway
        case .hub: .hub
        case .serviceEndpoint: .serviceEndpoint
        case .privateEndpoint: .privateEndpoint
        case .none: .none
        }
    }
}

/// Who put a route where it is.
package enum EffectiveRouteSource: String, Sendable, CaseIterable {
    /// Azure itself (azure-semantics 3.1).
    case system
    /// A gateway, by BGP or from a local network gateway's prefixes, or a virtual hub.
    case gateway
    /// A route table.
    case user
}
