/// A public address.
///
/// `Microsoft.Network/publicIPAddresses`. Not modelled: routing preference tags, reverse names.
package struct PublicIPAddress: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/publicIPAddresses"]

    package let resource: Resource
    /// `Basic`, `Standard` or `StandardV2`; a Standard address is closed until a filter opens it (azure-semantics 7.1).
    package let skuName: Setting<String>
    package let skuTier: Setting<String>
    /// Absent where it is dynamic and not attached.
    package let ipAddress: Setting<IPAddress>
    package let allocationMethod: Setting<String>
    package let addressVersion: Setting<String>
    /// What it is attached to: an ip configuration or a frontend.
    package let ipConfiguration: Setting<ResourceID>
    package let natGateway: Setting<ResourceID>
    package let publicIPPrefix: Setting<ResourceID>
    package let linkedPublicIPAddress: Setting<ResourceID>
    package let ddosProtectionMode: Setting<String>
    package let domainName: Setting<String>
    package let zones: [String]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        skuTier = sku.text("tier")
        ipAddress = fields.address("ipAddress")
        allocationMethod = fields.text("publicIPAllocationMethod")
        addressVersion = fields.text("publicIPAddressVersion")
        ipConfiguration = fields.link("ipConfiguration")
        natGateway = fields.link("natGateway")
        publicIPPrefix = fields.link("publicIPPrefix")
        linkedPublicIPAddress = fields.link("linkedPublicIPAddress")
        let ddosSettings = fields.inner("ddosSettings")
        ddosProtectionMode = ddosSettings.text("protectionMode")
        let dnsSettings = fields.inner("dnsSettings")
        domainName = dnsSettings.text("fqdn")
        zones = fields.texts("zones")
    }
}
