/// An address of a network interface.
///
/// `Microsoft.Network/networkInterfaces/ipConfigurations`, always inside the interface.
package struct IPConfiguration: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkInterfaces/ipConfigurations"]
    package static let isDetail = true

    package let resource: Resource
    package let privateIPAddress: Setting<IPAddress>
    package let privateIPAllocationMethod: Setting<String>
    package let privateIPAddressVersion: Setting<String>
    package let primary: Setting<Bool>
    package let subnet: Setting<ResourceID>
    package let publicIPAddress: Setting<ResourceID>
    package let applicationSecurityGroups: [ResourceID]
    package let loadBalancerBackendAddressPools: [ResourceID]
    package let loadBalancerInboundNATRules: [ResourceID]
    package let applicationGatewayBackendAddressPools: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        privateIPAddress = fields.address("privateIPAddress")
        privateIPAllocationMethod = fields.text("privateIPAllocationMethod")
        privateIPAddressVersion = fields.text("privateIPAddressVersion")
        primary = fields.flag("primary")
        subnet = fields.link("subnet")
        publicIPAddress = fields.link("publicIPAddress")
        applicationSecurityGroups = fields.references("applicationSecurityGroups")
        loadBalancerBackendAddressPools = fields.references("loadBalancerBackendAddressPools")
        loadBalancerInboundNATRules = fields.references("loadBalancerInboundNatRules")
        applicationGatewayBackendAddressPools = fields.references("applicationGatewayBackendAddressPools")
    }
}
