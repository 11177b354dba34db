/// A private link service: a load balancer that others reach through private endpoints.
///
/// `Microsoft.Network/privateLinkServices`.
package struct PrivateLinkService: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/privateLinkServices"]

    package let resource: Resource
    package let loadBalancerFrontends: [ResourceID]
    package let ipConfigurations: [GatewayIPConfiguration]
    package let destinationIPAddress: Setting<IPAddress>
    /// The subscriptions that may find it; `*` means everyone.
    package let visibility: [String]
    /// The subscriptions whose endpoints need no approval; `*` means everyone.
    package let autoApproval: [String]
    package let enableProxyProtocol: Setting<Bool>
    package let alias: Setting<String>
    package let privateEndpointConnections: [PrivateEndpointConnection]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        loadBalancerFrontends = fields.references("loadBalancerFrontendIpConfigurations")
        ipConfigurations = fields.items("ipConfigurations").map(GatewayIPConfiguration.init)
        destinationIPAddress = fields.address("destinationIPAddress")
        let visibilityFields = fields.inner("visibility")
        visibility = visibilityFields.texts("subscriptions")
        let autoApprovalFields = fields.inner("autoApproval")
        autoApproval = autoApprovalFields.texts("subscriptions")
        enableProxyProtocol = fields.flag("enableProxyProtocol")
        alias = fields.text("alias")
        privateEndpointConnections = fields.items("privateEndpointConnections").map(
            PrivateEndpointConnection.init
        )
    }
}
