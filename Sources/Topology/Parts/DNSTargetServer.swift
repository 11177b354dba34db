import JSON

/// A server that answers for a domain.
package struct DNSTargetServer: Sendable {
    package let ipAddress: Setting<IPAddress>
    package let port: Setting<Int>

    init(_ fields: JSONObject) {
        ipAddress = fields.address("ipAddress")
        port = fields.number("port")
    }
}
