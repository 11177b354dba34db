/// One half of a peering: what its own virtual network lets through to the remote one.
///
/// `Microsoft.Network/virtualNetworks/virtualNetworkPeerings`. Routes come from `remoteAddressSpace`, which was synchronised,
/// not from what the remote network has now (azure-semantics 3.4). Not modelled: BGP communities.
package struct VirtualNetworkPeering: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings"]

    package let resource: Resource
    package let remoteVirtualNetwork: Setting<ResourceID>
    package let allowVirtualNetworkAccess: Setting<Bool>
    package let allowForwardedTraffic: Setting<Bool>
    package let allowGatewayTransit: Setting<Bool>
    package let useRemoteGateways: Setting<Bool>
    package let peeringState: Setting<String>
    package let peeringSyncLevel: Setting<String>
    package let remoteAddressSpace: [AddressTerm]
    package let remoteVirtualNetworkAddressSpace: [AddressTerm]
    package let remoteEncryptionEnabled: Setting<Bool>
    /// Absent means true; false means that only the named subnets are peered.
    package let peerCompleteVirtualNetworks: Setting<Bool>
    package let localSubnetNames: [String]
    package let remoteSubnetNames: [String]
    package let enableOnlyIPv6Peering: Setting<Bool>
    package let doNotVerifyRemoteGateways: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        remoteVirtualNetwork = fields.link("remoteVirtualNetwork")
        allowVirtualNetworkAccess = fields.flag("allowVirtualNetworkAccess")
        allowForwardedTraffic = fields.flag("allowForwardedTraffic")
        allowGatewayTransit = fields.flag("allowGatewayTransit")
        useRemoteGateways = fields.flag("useRemoteGateways")
        peeringState = fields.text("peeringState")
        peeringSyncLevel = fields.text("peeringSyncLevel")
        let remoteAddressSpaceFields = fields.inner("remoteAddressSpace")
        remoteAddressSpace = remoteAddressSpaceFields.addresses("addressPrefixes")
        let remoteVirtualNetworkAddressSpaceFields = fields.inner("remoteVirtualNetworkAddressSpace")
        remoteVirtualNetworkAddressSpace = remoteVirtualNetworkAddressSpaceFields.addresses("addressPrefixes")
        let remoteVirtualNetworkEncryption = fields.inner("remoteVirtualNetworkEncryption")
        remoteEncryptionEnabled = remoteVirtualNetworkEncryption.flag("enabled")
        peerCompleteVirtualNetworks = fields.flag("peerCompleteVnets")
        localSubnetNames = fields.texts("localSubnetNames")
        remoteSubnetNames = fields.texts("remoteSubnetNames")
        enableOnlyIPv6Peering = fields.flag("enableOnlyIPv6Peering")
        doNotVerifyRemoteGateways = fields.flag("doNotVerifyRemoteGateways")
    }

    /// The virtual network whose half it is.
    package var virtualNetwork: ResourceID? { id.parent }
}
