/// The connection of a virtual network to a virtual hub.
///
/// `Microsoft.Network/virtualHubs/hubVirtualNetworkConnections`.
package struct HubVirtualNetworkConnection: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections"
    ]

    package let resource: Resource
    package let remoteVirtualNetwork: Setting<ResourceID>
    package let enableInternetSecurity: Setting<Bool>
    package let routingConfiguration: HubRoutingConfiguration?

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        remoteVirtualNetwork = fields.link("remoteVirtualNetwork")
        enableInternetSecurity = fields.flag("enableInternetSecurity")
        routingConfiguration = fields.part("routingConfiguration").map(HubRoutingConfiguration.init)
    }
}
