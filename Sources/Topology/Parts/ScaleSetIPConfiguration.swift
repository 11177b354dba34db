import JSON

/// An address that each instance of a scale set gets.
package struct ScaleSetIPConfiguration: Sendable {
    package let name: Setting<String>
    package let subnet: Setting<ResourceID>
    /// Set where each instance gets a public address of its own.
    package let publicIPAddressName: Setting<String>
    package let applicationSecurityGroups: [ResourceID]
    package let loadBalancerBackendAddressPools: [ResourceID]
    package let applicationGatewayBackendAddressPools: [ResourceID]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        subnet = fields.link("subnet")
        let publicIPAddressConfiguration = fields.inner("publicIPAddressConfiguration")
        publicIPAddressName = publicIPAddressConfiguration.text("name")
        applicationSecurityGroups = fields.references("applicationSecurityGroups")
        loadBalancerBackendAddressPools = fields.references("loadBalancerBackendAddressPools")
        applicationGatewayBackendAddressPools = fields.references("applicationGatewayBackendAddressPools")
    }
}
