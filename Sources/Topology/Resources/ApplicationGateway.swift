/// An Application Gateway: a proxy for HTTP with TLS and a web application firewall.
///
/// `Microsoft.Network/applicationGateways`. Not modelled: URL path maps beyond their pools, rewrite rules, error pages.
package struct ApplicationGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/applicationGateways"]

    package let resource: Resource
    package let skuName: Setting<String>
    package let skuTier: Setting<String>
    package let gatewayIPConfigurations: [GatewayIPConfiguration]
    package let frontends: [ApplicationGatewayFrontend]
    package let frontendPorts: [ApplicationGatewayPort]
    package let httpListeners: [ApplicationGatewayListener]
    package let requestRoutingRules: [ApplicationGatewayRule]
    package let redirectConfigurations: [ApplicationGatewayRedirect]
    package let backendPools: [ApplicationGatewayBackendPool]
    package let backendSettings: [ApplicationGatewayBackendSettings]
    package let tlsPolicy: TLSPolicy?
    package let defaultPredefinedTLSPolicy: Setting<String>
    package let tlsProfiles: [ApplicationGatewayTLSProfile]
    package let certificates: [ApplicationGatewayCertificate]
    package let trustedRootCertificates: [NamedItem]
    package let trustedClientCertificates: [NamedItem]
    package let firewallPolicy: Setting<ResourceID>
    /// Of the older configuration inside the gateway.
    package let firewallEnabled: Setting<Bool>
    package let firewallMode: Setting<String>
    package let enableHTTP2: Setting<Bool>
    package let enableFIPS: Setting<Bool>
    package let identityType: Setting<String>
    package let privateEndpointConnections: [PrivateEndpointConnection]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        skuTier = sku.text("tier")
        gatewayIPConfigurations = fields.items("gatewayIPConfigurations").map(GatewayIPConfiguration.init)
        frontends = fields.items("frontendIPConfigurations").map(ApplicationGatewayFrontend.init)
        frontendPorts = fields.items("frontendPorts").map(ApplicationGatewayPort.init)
        httpListeners = fields.items("httpListeners").map(ApplicationGatewayListener.init)
        requestRoutingRules = fields.items("requestRoutingRules").map(ApplicationGatewayRule.init)
        redirectConfigurations = fields.items("redirectConfigurations").map(ApplicationGatewayRedirect.init)
        backendPools = fields.items("backendAddressPools").map(ApplicationGatewayBackendPool.init)
        backendSettings = fields.items("backendHttpSettingsCollection").map(
            ApplicationGatewayBackendSettings.init
        )
        tlsPolicy = fields.part("sslPolicy").map(TLSPolicy.init)
        defaultPredefinedTLSPolicy = fields.text("defaultPredefinedSslPolicy")
        tlsProfiles = fields.items("sslProfiles").map(ApplicationGatewayTLSProfile.init)
        certificates = fields.items("sslCertificates").map(ApplicationGatewayCertificate.init)
        trustedRootCertificates = fields.items("trustedRootCertificates").map(NamedItem.init)
        trustedClientCertificates = fields.items("trustedClientCertificates").map(NamedItem.init)
        firewallPolicy = fields.link("firewallPolicy")
        let webApplicationFirewallConfiguration = fields.inner("webApplicationFirewallConfiguration")
        firewallEnabled = webApplicationFirewallConfiguration.flag("enabled")
        firewallMode = webApplicationFirewallConfiguration.text("firewallMode")
        enableHTTP2 = fields.flag("enableHttp2")
        enableFIPS = fields.flag("enableFips")
        let identity = fields.inner("identity")
        identityType = identity.text("type")
        privateEndpointConnections = fields.items("privateEndpointConnections").map(
            PrivateEndpointConnection.init
        )
    }

    /// Whether any frontend has a public address.
    package var isPublic: Bool { frontends.contains { $0.publicIPAddress.value != nil } }

    /// The subnet it stands in.
    package var subnet: ResourceID? { gatewayIPConfigurations.lazy.compactMap(\.subnet.value).first }
}
