/// A Front Door profile; other content delivery profiles share the type.
///
/// `Microsoft.Cdn/profiles`. Endpoints, domains, origin groups and policies are kinds of their own below it.
package struct FrontDoorProfile: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles"]

    package let resource: Resource
    /// `Premium_AzureFrontDoor`, `Standard_AzureFrontDoor`, or a classic CDN.
    package let skuName: Setting<String>
    package let frontDoorID: Setting<String>
    package let originResponseTimeoutSeconds: Setting<Int>
    package let identityType: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        frontDoorID = fields.text("frontDoorId")
        originResponseTimeoutSeconds = fields.number("originResponseTimeoutSeconds")
        let identity = fields.inner("identity")
        identityType = identity.text("type")
    }

    /// Whether it is Front Door Standard or Premium.
    package var isFrontDoor: Bool { skuName.value?.lowercased().hasSuffix("azurefrontdoor") == true }
}
