/// The gateway of a virtual hub for single users.
///
/// `Microsoft.Network/p2sVpnGateways`.
package struct P2SVPNGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/p2sVpnGateways"]

    package let resource: Resource
    package let virtualHub: Setting<ResourceID>
    package let vpnServerConfiguration: Setting<ResourceID>
    package let connectionConfigurations: [P2SConnectionConfiguration]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualHub = fields.link("virtualHub")
        vpnServerConfiguration = fields.link("vpnServerConfiguration")
        connectionConfigurations = fields.items("p2SConnectionConfigurations").map(
            P2SConnectionConfiguration.init
        )
    }
}
