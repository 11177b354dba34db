import JSON

/// The members of a load balancer: by network interface or by address.
package struct LoadBalancerBackendPool: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let backendIPConfigurations: [ResourceID]
    package let addresses: [LoadBalancerBackendAddress]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        backendIPConfigurations = fields.references("backendIPConfigurations")
        addresses = fields.items("loadBalancerBackendAddresses").map(LoadBalancerBackendAddress.init)
    }
}
