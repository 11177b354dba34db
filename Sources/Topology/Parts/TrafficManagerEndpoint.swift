import JSON

/// An endpoint of a Traffic Manager profile.
package struct TrafficManagerEndpoint: Sendable {
    package let name: Setting<String>
    package let target: Setting<String>
    package let targetResource: Setting<ResourceID>
    package let status: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        target = fields.text("target")
        targetResource = fields.link("targetResourceId")
        status = fields.text("endpointStatus")
    }
}
