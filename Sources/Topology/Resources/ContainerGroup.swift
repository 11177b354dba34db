/// Containers that run together.
///
/// `Microsoft.ContainerInstance/containerGroups`. Not modelled: the containers.
package struct ContainerGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.ContainerInstance/containerGroups"]

    package let resource: Resource
    /// `Public` or `Private`.
    package let addressType: Setting<String>
    package let ipAddress: Setting<IPAddress>
    package let subnets: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let ipAddressFields = fields.inner("ipAddress")
        addressType = ipAddressFields.text("type")
        ipAddress = ipAddressFields.address("ip")
        subnets = fields.references("subnetIds")
    }
}
