import JSON

/// A health probe.
package struct LoadBalancerProbe: Sendable {
    package let name: Setting<String>
    package let networkProtocol: Setting<NetworkProtocol>
    package let port: Setting<Int>
    package let requestPath: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        networkProtocol = fields.networkProtocol("protocol")
        port = fields.number("port")
        requestPath = fields.text("requestPath")
    }
}
