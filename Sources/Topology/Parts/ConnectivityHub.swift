import JSON

/// The hub of a connectivity configuration.
package struct ConnectivityHub: Sendable {
    package let resource: Setting<ResourceID>
    package let resourceType: Setting<String>

    init(_ fields: JSONObject) {
        resource = fields.link("resourceId")
        resourceType = fields.text("resourceType")
    }
}
