import JSON

/// An address at which an Application Gateway listens.
package struct ApplicationGatewayFrontend: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let publicIPAddress: Setting<ResourceID>
    package let privateIPAddress: Setting<IPAddress>
    package let subnet: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        publicIPAddress = fields.link("publicIPAddress")
        privateIPAddress = fields.address("privateIPAddress")
        subnet = fields.link("subnet")
    }
}
