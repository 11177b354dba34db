/// A private endpoint: a service's address inside a subnet.
///
/// `Microsoft.Network/privateEndpoints`. Its zone groups are a kind of their own below it.
package struct PrivateEndpoint: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/privateEndpoints"]

    package let resource: Resource
    package let subnet: Setting<ResourceID>
    package let networkInterfaces: [ResourceID]
    package let connections: [PrivateLinkConnection]
    package let manualConnections: [PrivateLinkConnection]
    package let customDNSConfigurations: [PrivateEndpointName]
    package let ipConfigurations: [PrivateEndpointAddress]
    package let applicationSecurityGroups: [ResourceID]
    package let zoneGroups: [PrivateDNSZoneGroup]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        subnet = fields.link("subnet")
        networkInterfaces = fields.references("networkInterfaces")
        connections = fields.items("privateLinkServiceConnections").map(PrivateLinkConnection.init)
        manualConnections = fields.items("manualPrivateLinkServiceConnections").map(
            PrivateLinkConnection.init
        )
        customDNSConfigurations = fields.items("customDnsConfigs").map(PrivateEndpointName.init)
        ipConfigurations = fields.items("ipConfigurations").map(PrivateEndpointAddress.init)
        applicationSecurityGroups = fields.references("applicationSecurityGroups")
        zoneGroups = PrivateDNSZoneGroup.parts(of: resource, children)
    }

    /// The services it leads to whose connection is approved.
    package var approvedServices: [ResourceID] {
        (connections + manualConnections).filter { $0.status.is("Approved") }.compactMap(\.service.value)
    }
}
