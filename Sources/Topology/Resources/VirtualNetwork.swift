/// A virtual network: the address space that subnets share and that peerings join.
///
/// `Microsoft.Network/virtualNetworks`. Not modelled: BGP communities, the extended location, flow log back-references.
package struct VirtualNetwork: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualNetworks"]

    package let resource: Resource
    package let addressSpace: [AddressTerm]
    package let subnets: [Subnet]
    package let peerings: [VirtualNetworkPeering]
    /// Empty means Azure's own name server.
    package let dnsServers: [String]
    package let encryptionEnabled: Setting<Bool>
    /// `AllowUnencrypted` or `DropUnencrypted` (azure-semantics 8.1).
    package let encryptionEnforcement: Setting<String>
    package let enableDDoSProtection: Setting<Bool>
    package let ddosProtectionPlan: Setting<ResourceID>
    package let flowTimeoutInMinutes: Setting<Int>
    /// `Basic` makes the network one of the high scale for private endpoints.
    package let privateEndpointVNetPolicies: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let addressSpaceFields = fields.inner("addressSpace")
        addressSpace = addressSpaceFields.addresses("addressPrefixes")
        subnets = Subnet.parts(of: resource, children)
        peerings = VirtualNetworkPeering.parts(of: resource, children)
        let dhcpOptions = fields.inner("dhcpOptions")
        dnsServers = dhcpOptions.texts("dnsServers")
        let encryption = fields.inner("encryption")
        encryptionEnabled = encryption.flag("enabled")
        encryptionEnforcement = encryption.text("enforcement")
        enableDDoSProtection = fields.flag("enableDdosProtection")
        ddosProtectionPlan = fields.link("ddosProtectionPlan")
        flowTimeoutInMinutes = fields.number("flowTimeoutInMinutes")
        privateEndpointVNetPolicies = fields.text("privateEndpointVNetPolicies")
    }
}
