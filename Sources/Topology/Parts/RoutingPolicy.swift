import JSON

/// A sort of traffic and where it is sent.
package struct RoutingPolicy: Sendable {
    package let name: Setting<String>
    /// `Internet` or `PrivateTraffic`.
    package let destinations: [String]
    package let nextHop: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        destinations = fields.texts("destinations")
        nextHop = fields.link("nextHop")
    }
}
