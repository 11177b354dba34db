import JSON

/// A name that should resolve to a private endpoint.
package struct PrivateEndpointName: Sendable {
    package let fqdn: Setting<String>
    package let ipAddresses: [AddressTerm]

    init(_ fields: JSONObject) {
        fqdn = fields.text("fqdn")
        ipAddresses = fields.addresses("ipAddresses")
    }
}
