import JSON

/// A member of a pool by name or address.
package struct ApplicationGatewayBackendAddress: Sendable {
    package let fqdn: Setting<String>
    package let ipAddress: Setting<String>

    init(_ fields: JSONObject) {
        fqdn = fields.text("fqdn")
        ipAddress = fields.text("ipAddress")
    }
}
