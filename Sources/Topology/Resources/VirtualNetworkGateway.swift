/// A VPN or ExpressRoute gateway of a virtual network.
///
/// `Microsoft.Network/virtualNetworkGateways`. Not modelled: NAT rules, maintenance windows, policy groups.
package struct VirtualNetworkGateway: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualNetworkGateways"]

    package let resource: Resource
    /// `Vpn` or `ExpressRoute`.
    package let gatewayType: Setting<String>
    /// `RouteBased` or `PolicyBased`.
    package let vpnType: Setting<String>
    package let skuName: Setting<String>
    package let skuTier: Setting<String>
    package let generation: Setting<String>
    package let activeActive: Setting<Bool>
    package let enableBGP: Setting<Bool>
    package let asn: Setting<Int>
    package let ipConfigurations: [GatewayIPConfiguration]
    package let vpnClientConfiguration: VPNClientConfiguration?
    package let customRoutes: [AddressTerm]
    package let gatewayDefaultSite: Setting<ResourceID>
    package let disableIPSecReplayProtection: Setting<Bool>
    package let enablePrivateIPAddress: Setting<Bool>
    package let allowRemoteVirtualNetworkTraffic: Setting<Bool>
    package let allowVirtualWANTraffic: Setting<Bool>
    package let enableDNSForwarding: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        gatewayType = fields.text("gatewayType")
        vpnType = fields.text("vpnType")
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        skuTier = sku.text("tier")
        generation = fields.text("vpnGatewayGeneration")
        activeActive = fields.flag("activeActive").or(fields.flag("active"))
        enableBGP = fields.flag("enableBgp")
        let bgpSettings = fields.inner("bgpSettings")
        asn = bgpSettings.number("asn")
        ipConfigurations = fields.items("ipConfigurations").map(GatewayIPConfiguration.init)
        vpnClientConfiguration = fields.part("vpnClientConfiguration").map(VPNClientConfiguration.init)
        let customRoutesFields = fields.inner("customRoutes")
        customRoutes = customRoutesFields.addresses("addressPrefixes")
        gatewayDefaultSite = fields.link("gatewayDefaultSite")
        disableIPSecReplayProtection = fields.flag("disableIPSecReplayProtection")
        enablePrivateIPAddress = fields.flag("enablePrivateIpAddress")
        allowRemoteVirtualNetworkTraffic = fields.flag("allowRemoteVnetTraffic")
        allowVirtualWANTraffic = fields.flag("allowVirtualWanTraffic")
        enableDNSForwarding = fields.flag("enableDnsForwarding")
    }

    /// The subnet it stands in.
    package var subnet: ResourceID? { ipConfigurations.lazy.compactMap(\.subnet.value).first }

    /// The virtual network it stands in.
    package var virtualNetwork: ResourceID? { subnet?.parent }
}
