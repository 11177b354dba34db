/// A peering of a circuit: private, Microsoft or the retired public one.
///
/// `Microsoft.Network/expressRouteCircuits/peerings`. The MD5 key is never read, only whether there is one.
package struct ExpressRouteCircuitPeering: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/expressRouteCircuits/peerings"]

    package let resource: Resource
    package let peeringType: Setting<String>
    package let state: Setting<String>
    package let azureASN: Setting<Int>
    package let peerASN: Setting<Int>
    package let primaryPeerAddressPrefix: Setting<String>
    package let secondaryPeerAddressPrefix: Setting<String>
    package let vlanID: Setting<Int>
    package let routeFilter: Setting<ResourceID>
    package let advertisedPublicPrefixes: [AddressTerm]
    package let globalReachConnections: [NamedItem]
    package let peeredConnections: [NamedItem]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        peeringType = fields.text("peeringType")
        state = fields.text("state")
        azureASN = fields.number("azureASN")
        peerASN = fields.number("peerASN")
        primaryPeerAddressPrefix = fields.text("primaryPeerAddressPrefix")
        secondaryPeerAddressPrefix = fields.text("secondaryPeerAddressPrefix")
        vlanID = fields.number("vlanId")
        routeFilter = fields.link("routeFilter")
        let microsoftPeeringConfig = fields.inner("microsoftPeeringConfig")
        advertisedPublicPrefixes = microsoftPeeringConfig.addresses("advertisedPublicPrefixes")
        globalReachConnections = fields.items("connections").map(NamedItem.init)
        peeredConnections = fields.items("peeredConnections").map(NamedItem.init)
    }
}
