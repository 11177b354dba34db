import JSON

/// The wish of a private endpoint to reach a service, and what became of it.
package struct PrivateLinkConnection: Sendable {
    package let name: Setting<String>
    package let service: Setting<ResourceID>
    /// For example `blob`, `vault`, `sqlServer`.
    package let groupIDs: [String]
    package let status: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        service = fields.link("privateLinkServiceId")
        groupIDs = fields.texts("groupIds")
        let privateLinkServiceConnectionState = fields.inner("privateLinkServiceConnectionState")
        status = privateLinkServiceConnectionState.text("status")
    }
}
