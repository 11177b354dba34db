import JSON

/// A protocol of an application rule with its port.
package struct FirewallApplicationProtocol: Sendable {
    package let protocolType: Setting<String>
    package let port: Setting<Int>

    init(_ fields: JSONObject) {
        protocolType = fields.text("protocolType")
        port = fields.number("port")
    }
}
