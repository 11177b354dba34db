/// A site of a Virtual WAN.
///
/// `Microsoft.Network/vpnSites`.
package struct VPNSite: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/vpnSites"]

    package let resource: Resource
    package let virtualWAN: Setting<ResourceID>
    package let addressSpace: [AddressTerm]
    package let ipAddress: Setting<IPAddress>
    package let isSecuritySite: Setting<Bool>
    package let links: [VPNSiteLink]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualWAN = fields.link("virtualWan")
        let addressSpaceFields = fields.inner("addressSpace")
        addressSpace = addressSpaceFields.addresses("addressPrefixes")
        ipAddress = fields.address("ipAddress")
        isSecuritySite = fields.flag("isSecuritySite")
        links = fields.items("vpnSiteLinks").map(VPNSiteLink.init)
    }
}
