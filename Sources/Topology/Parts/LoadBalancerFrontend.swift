import JSON

/// An address at which a load balancer listens.
package struct LoadBalancerFrontend: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let publicIPAddress: Setting<ResourceID>
    package let publicIPPrefix: Setting<ResourceID>
    package let privateIPAddress: Setting<IPAddress>
    package let subnet: Setting<ResourceID>
    package let gatewayLoadBalancer: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        publicIPAddress = fields.link("publicIPAddress")
        publicIPPrefix = fields.link("publicIPPrefix")
        privateIPAddress = fields.address("privateIPAddress")
        subnet = fields.link("subnet")
        gatewayLoadBalancer = fields.link("gatewayLoadBalancer")
    }

    /// Whether it listens on the internet.
    package var isPublic: Bool { publicIPAddress.value != nil || publicIPPrefix.value != nil }
}
