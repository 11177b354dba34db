/// A Bastion: sessions to virtual machines without public addresses.
///
/// `Microsoft.Network/bastionHosts`.
package struct BastionHost: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/bastionHosts"]

    package let resource: Resource
    /// `Developer`, `Basic`, `Standard` or `Premium`; absent means `Basic`.
    package let skuName: Setting<String>
    package let ipConfigurations: [GatewayIPConfiguration]
    /// Of the Developer SKU, which has no subnet of its own.
    package let virtualNetwork: Setting<ResourceID>
    package let allowedAddresses: [AddressTerm]
    package let enableTunneling: Setting<Bool>
    package let enableIPConnect: Setting<Bool>
    package let enableShareableLink: Setting<Bool>
    package let enableFileCopy: Setting<Bool>
    package let disableCopyPaste: Setting<Bool>
    package let enableKerberos: Setting<Bool>
    package let enableSessionRecording: Setting<Bool>
    package let enablePrivateOnlyBastion: Setting<Bool>
    package let scaleUnits: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        ipConfigurations = fields.items("ipConfigurations").map(GatewayIPConfiguration.init)
        virtualNetwork = fields.link("virtualNetwork")
        let networkAcls = fields.inner("networkAcls")
        allowedAddresses = networkAcls.items("ipRules").flatMap { $0.addresses("addressPrefix") }
        enableTunneling = fields.flag("enableTunneling")
        enableIPConnect = fields.flag("enableIpConnect")
        enableShareableLink = fields.flag("enableShareableLink")
        enableFileCopy = fields.flag("enableFileCopy")
        disableCopyPaste = fields.flag("disableCopyPaste")
        enableKerberos = fields.flag("enableKerberos")
        enableSessionRecording = fields.flag("enableSessionRecording")
        enablePrivateOnlyBastion = fields.flag("enablePrivateOnlyBastion")
        scaleUnits = fields.number("scaleUnits")
    }

    /// The virtual network it stands in.
    package var hostNetwork: ResourceID? {
        ipConfigurations.lazy.compactMap(\.subnet.value).first?.parent ?? virtualNetwork.value
    }
}
