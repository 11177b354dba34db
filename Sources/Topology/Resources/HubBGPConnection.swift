/// A BGP session of a virtual hub or a Route Server with an appliance.
///
/// `Microsoft.Network/virtualHubs/bgpConnections`.
package struct HubBGPConnection: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualHubs/bgpConnections"]

    package let resource: Resource
    package let peerASN: Setting<Int>
    package let peerIPAddress: Setting<IPAddress>
    package let hubVirtualNetworkConnection: Setting<ResourceID>
    package let connectionState: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        peerASN = fields.number("peerAsn")
        peerIPAddress = fields.address("peerIp")
        hubVirtualNetworkConnection = fields.link("hubVirtualNetworkConnection")
        connectionState = fields.text("connectionState")
    }
}
