import JSON

/// An address of a gateway.
package struct GatewayIPConfiguration: Sendable {
    package let name: Setting<String>
    package let subnet: Setting<ResourceID>
    package let publicIPAddress: Setting<ResourceID>
    package let privateIPAddress: Setting<IPAddress>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        subnet = fields.link("subnet")
        publicIPAddress = fields.link("publicIPAddress")
        privateIPAddress = fields.address("privateIPAddress")
    }
}
