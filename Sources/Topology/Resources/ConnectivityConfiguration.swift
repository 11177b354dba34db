/// A mesh, or a hub with spokes, that a network manager makes.
///
/// `Microsoft.Network/networkManagers/connectivityConfigurations` (azure-semantics 2.2).
package struct ConnectivityConfiguration: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkManagers/connectivityConfigurations"
    ]

    package let resource: Resource
    /// `HubAndSpoke` or `Mesh`.
    package let topology: Setting<String>
    package let hubs: [ConnectivityHub]
    package let isGlobal: Setting<Bool>
    package let groups: [NetworkGroupTarget]
    package let deleteExistingPeering: Setting<Bool>
    package let addressOverlap: Setting<String>
    package let privateEndpointsScale: Setting<String>
    package let peeringEnforcement: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        topology = fields.text("connectivityTopology")
        hubs = fields.items("hubs").map(ConnectivityHub.init)
        isGlobal = fields.flag("isGlobal")
        groups = fields.items("appliesToGroups").map(NetworkGroupTarget.init)
        deleteExistingPeering = fields.flag("deleteExistingPeering")
        let connectivityCapabilities = fields.inner("connectivityCapabilities")
        addressOverlap = connectivityCapabilities.text("connectedGroupAddressOverlap")
        privateEndpointsScale = connectivityCapabilities.text("connectedGroupPrivateEndpointsScale")
        peeringEnforcement = connectivityCapabilities.text("peeringEnforcement")
    }
}
