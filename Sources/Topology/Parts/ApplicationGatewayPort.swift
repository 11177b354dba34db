import JSON

/// A port at which an Application Gateway listens.
package struct ApplicationGatewayPort: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let port: Setting<Int>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        port = fields.number("port")
    }
}
