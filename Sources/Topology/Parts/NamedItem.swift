import JSON

/// An entry of which only the name matters here.
package struct NamedItem: Sendable {
    package let name: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
    }
}
