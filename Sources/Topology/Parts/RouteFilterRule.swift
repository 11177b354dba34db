import JSON

/// A rule of a route filter.
package struct RouteFilterRule: Sendable {
    package let name: Setting<String>
    package let access: Setting<String>
    package let communities: [String]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        access = fields.text("access")
        communities = fields.texts("communities")
    }
}
