/// A Virtual WAN: the frame around virtual hubs.
///
/// `Microsoft.Network/virtualWans`.
package struct VirtualWAN: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualWans"]

    package let resource: Resource
    /// `Basic` or `Standard`.
    package let wanType: Setting<String>
    package let allowBranchToBranchTraffic: Setting<Bool>
    package let allowVirtualNetworkTraffic: Setting<Bool>
    package let disableVPNEncryption: Setting<Bool>
    package let virtualHubs: [ResourceID]
    package let vpnSites: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        // The flattened form has the ARM type under `type` and the kind of WAN beside it.
        let isFlat = fields.text("type").value?.contains("/") != false
        wanType = fields.text("typePropertiesType").or(isFlat ? .absent : fields.text("type"))
        allowBranchToBranchTraffic = fields.flag("allowBranchToBranchTraffic")
        allowVirtualNetworkTraffic = fields.flag("allowVnetToVnetTraffic")
        disableVPNEncryption = fields.flag("disableVpnEncryption")
        virtualHubs = fields.references("virtualHubs")
        vpnSites = fields.references("vpnSites")
    }
}
