/// A site on the customer's side of a tunnel.
///
/// `Microsoft.Network/localNetworkGateways`.
package struct LocalNetworkGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/localNetworkGateways"]

    package let resource: Resource
    package let addressSpace: [AddressTerm]
    package let gatewayIPAddress: Setting<IPAddress>
    package let fqdn: Setting<String>
    package let asn: Setting<Int>
    package let bgpPeeringAddress: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let localNetworkAddressSpace = fields.inner("localNetworkAddressSpace")
        addressSpace = localNetworkAddressSpace.addresses("addressPrefixes")
        gatewayIPAddress = fields.address("gatewayIpAddress")
        fqdn = fields.text("fqdn")
        let bgpSettings = fields.inner("bgpSettings")
        asn = bgpSettings.number("asn")
        bgpPeeringAddress = bgpSettings.text("bgpPeeringAddress")
    }
}
