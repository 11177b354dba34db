/// The connection of a site to a hub's gateway.
///
/// `Microsoft.Network/vpnGateways/vpnConnections`. The shared key is never read.
package struct VPNConnection: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/vpnGateways/vpnConnections"]

    package let resource: Resource
    package static let field = "connections"
    package let remoteVPNSite: Setting<ResourceID>
    package let enableInternetSecurity: Setting<Bool>
    package let enableBGP: Setting<Bool>
    package let protocolType: Setting<String>
    package let ipSecPolicies: [IPSecPolicy]
    package let usePolicyBasedTrafficSelectors: Setting<Bool>
    package let useLocalAzureIPAddress: Setting<Bool>
    package let links: [VPNLinkConnection]
    package let connectionStatus: Setting<String>
    package let routingConfiguration: HubRoutingConfiguration?

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        remoteVPNSite = fields.link("remoteVpnSite")
        enableInternetSecurity = fields.flag("enableInternetSecurity")
        enableBGP = fields.flag("enableBgp")
        protocolType = fields.text("vpnConnectionProtocolType")
        ipSecPolicies = fields.items("ipsecPolicies").map(IPSecPolicy.init)
        usePolicyBasedTrafficSelectors = fields.flag("usePolicyBasedTrafficSelectors")
        useLocalAzureIPAddress = fields.flag("useLocalAzureIpAddress")
        links = fields.items("vpnLinkConnections").map(VPNLinkConnection.init)
        connectionStatus = fields.text("connectionStatus")
        routingConfiguration = fields.part("routingConfiguration").map(HubRoutingConfiguration.init)
    }
}
