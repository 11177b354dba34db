import JSON

/// The members of an Application Gateway.
package struct ApplicationGatewayBackendPool: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let addresses: [ApplicationGatewayBackendAddress]
    package let backendIPConfigurations: [ResourceID]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        addresses = fields.items("backendAddresses").map(ApplicationGatewayBackendAddress.init)
        backendIPConfigurations = fields.references("backendIPConfigurations")
    }
}
