/// The site-to-site gateway of a virtual hub.
///
/// `Microsoft.Network/vpnGateways`. Not modelled: NAT rules.
package struct VPNGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/vpnGateways"]

    package let resource: Resource
    package let virtualHub: Setting<ResourceID>
    package let connections: [VPNConnection]
    package let scaleUnits: Setting<Int>
    package let isRoutingPreferenceInternet: Setting<Bool>
    package let asn: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualHub = fields.link("virtualHub")
        connections = VPNConnection.parts(of: resource, children)
        scaleUnits = fields.number("vpnGatewayScaleUnit")
        isRoutingPreferenceInternet = fields.flag("isRoutingPreferenceInternet")
        let bgpSettings = fields.inner("bgpSettings")
        asn = bgpSettings.number("asn")
    }
}
