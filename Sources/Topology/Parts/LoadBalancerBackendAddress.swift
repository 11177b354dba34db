import JSON

/// A member of a backend pool given by its address.
package struct LoadBalancerBackendAddress: Sendable {
    package let name: Setting<String>
    package let ipAddress: Setting<IPAddress>
    package let virtualNetwork: Setting<ResourceID>
    package let subnet: Setting<ResourceID>
    package let networkInterfaceIPConfiguration: Setting<ResourceID>
    package let frontendIPConfiguration: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        ipAddress = fields.address("ipAddress")
        virtualNetwork = fields.link("virtualNetwork")
        subnet = fields.link("subnet")
        networkInterfaceIPConfiguration = fields.link("networkInterfaceIPConfiguration")
        frontendIPConfiguration = fields.link("loadBalancerFrontendIPConfiguration")
    }
}
