/// An appliance of another maker that stands in a virtual hub.
///
/// `Microsoft.Network/networkVirtualAppliances`. Not modelled: its interfaces, its software, its sites.
package struct NetworkVirtualAppliance: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkVirtualAppliances"]

    package let resource: Resource
    package let virtualHub: Setting<ResourceID>
    package let vendor: Setting<String>
    package let virtualApplianceASN: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualHub = fields.link("virtualHub")
        vendor = fields.inner("nvaSku").text("vendor")
        virtualApplianceASN = fields.number("virtualApplianceAsn")
    }
}
