/// The place of a Route Server in its subnet.
///
/// `Microsoft.Network/virtualHubs/ipConfigurations`.
package struct HubIPConfiguration: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualHubs/ipConfigurations"]

    package let resource: Resource
    package let subnet: Setting<ResourceID>
    package let publicIPAddress: Setting<ResourceID>
    package let privateIPAddress: Setting<IPAddress>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        subnet = fields.link("subnet")
        publicIPAddress = fields.link("publicIPAddress")
        privateIPAddress = fields.address("privateIPAddress")
    }
}
