/// A connection of a virtual network gateway: to a site, to another gateway or to a circuit.
///
/// `Microsoft.Network/connections`. The shared key is never read. Not modelled: tunnel counters, NAT rules.
package struct Connection: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/connections"]

    package let resource: Resource
    /// `IPsec`, `Vnet2Vnet`, `ExpressRoute` or `VPNClient`.
    package let connectionType: Setting<String>
    /// `IKEv1` or `IKEv2`.
    package let connectionProtocol: Setting<String>
    package let connectionMode: Setting<String>
    package let connectionStatus: Setting<String>
    package let virtualNetworkGateway1: Setting<ResourceID>
    package let virtualNetworkGateway2: Setting<ResourceID>
    package let localNetworkGateway2: Setting<ResourceID>
    /// The circuit of an ExpressRoute connection.
    package let peer: Setting<ResourceID>
    package let enableBGP: Setting<Bool>
    package let ipSecPolicies: [IPSecPolicy]
    package let usePolicyBasedTrafficSelectors: Setting<Bool>
    package let trafficSelectorPolicies: [TrafficSelector]
    package let useLocalAzureIPAddress: Setting<Bool>
    package let expressRouteGatewayBypass: Setting<Bool>
    package let enablePrivateLinkFastPath: Setting<Bool>
    package let routingWeight: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        connectionType = fields.text("connectionType")
        connectionProtocol = fields.text("connectionProtocol")
        connectionMode = fields.text("connectionMode")
        connectionStatus = fields.text("connectionStatus")
        virtualNetworkGateway1 = fields.link("virtualNetworkGateway1")
        virtualNetworkGateway2 = fields.link("virtualNetworkGateway2")
        localNetworkGateway2 = fields.link("localNetworkGateway2")
        peer = fields.link("peer")
        enableBGP = fields.flag("enableBgp")
        ipSecPolicies = fields.items("ipsecPolicies").map(IPSecPolicy.init)
        usePolicyBasedTrafficSelectors = fields.flag("usePolicyBasedTrafficSelectors")
        trafficSelectorPolicies = fields.items("trafficSelectorPolicies").map(TrafficSelector.init)
        useLocalAzureIPAddress = fields.flag("useLocalAzureIpAddress")
        expressRouteGatewayBypass = fields.flag("expressRouteGatewayBypass")
        enablePrivateLinkFastPath = fields.flag("enablePrivateLinkFastPath")
        routingWeight = fields.number("routingWeight")
    }
}
