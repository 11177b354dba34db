/// A block of public addresses.
///
/// `Microsoft.Network/publicIPPrefixes`.
package struct PublicIPPrefix: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/publicIPPrefixes"]

    package let resource: Resource
    package let skuName: Setting<String>
    package let ipPrefix: [AddressTerm]
    package let prefixLength: Setting<Int>
    package let publicIPAddresses: [ResourceID]
    package let natGateway: Setting<ResourceID>
    package let customIPPrefix: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        ipPrefix = fields.addresses("ipPrefix")
        prefixLength = fields.number("prefixLength")
        publicIPAddresses = fields.references("publicIPAddresses")
        natGateway = fields.link("natGateway")
        customIPPrefix = fields.link("customIPPrefix")
    }
}
