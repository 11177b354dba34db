/// The link that lets a virtual network resolve a private zone.
///
/// `Microsoft.Network/privateDnsZones/virtualNetworkLinks`.
package struct VirtualNetworkLink: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"]

    package let resource: Resource
    package let virtualNetwork: Setting<ResourceID>
    package let registrationEnabled: Setting<Bool>
    package let linkState: Setting<String>
    package let resolutionPolicy: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualNetwork = fields.link("virtualNetwork")
        registrationEnabled = fields.flag("registrationEnabled")
        linkState = fields.text("virtualNetworkLinkState")
        resolutionPolicy = fields.text("resolutionPolicy")
    }

    /// The zone it opens.
    package var zone: ResourceID? { id.parent }
}
