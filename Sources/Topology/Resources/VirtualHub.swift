/// A virtual hub of a Virtual WAN, or a Route Server: a hub without a WAN.
///
/// `Microsoft.Network/virtualHubs`. Its route tables, connections and routing intent are kinds of their own below it.
package struct VirtualHub: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualHubs"]

    package let resource: Resource
    package let virtualWAN: Setting<ResourceID>
    package let addressPrefix: [AddressTerm]
    package let sku: Setting<String>
    package let azureFirewall: Setting<ResourceID>
    package let vpnGateway: Setting<ResourceID>
    package let expressRouteGateway: Setting<ResourceID>
    package let p2sVPNGateway: Setting<ResourceID>
    package let securityPartnerProvider: Setting<ResourceID>
    package let securityProviderName: Setting<String>
    package let virtualRouterASN: Setting<Int>
    package let virtualRouterIPs: [String]
    package let allowBranchToBranchTraffic: Setting<Bool>
    package let routingState: Setting<String>
    package let hubRoutingPreference: Setting<String>
    package let ipConfigurations: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualWAN = fields.link("virtualWan")
        addressPrefix = fields.addresses("addressPrefix")
        sku = fields.text("sku")
        azureFirewall = fields.link("azureFirewall")
        vpnGateway = fields.link("vpnGateway")
        expressRouteGateway = fields.link("expressRouteGateway")
        p2sVPNGateway = fields.link("p2SVpnGateway")
        securityPartnerProvider = fields.link("securityPartnerProvider")
        securityProviderName = fields.text("securityProviderName")
        virtualRouterASN = fields.number("virtualRouterAsn")
        virtualRouterIPs = fields.texts("virtualRouterIps")
        allowBranchToBranchTraffic = fields.flag("allowBranchToBranchTraffic")
        routingState = fields.text("routingState")
        hubRoutingPreference = fields.text("hubRoutingPreference")
        ipConfigurations = fields.references("ipConfigurations")
    }

    /// Whether it is a Route Server.
    package var isRouteServer: Bool { virtualWAN == .absent }
}
