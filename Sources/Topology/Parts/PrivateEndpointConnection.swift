import JSON

/// A private endpoint that a service knows of.
package struct PrivateEndpointConnection: Sendable {
    package let name: Setting<String>
    package let privateEndpoint: Setting<ResourceID>
    /// Only `Approved` carries traffic (azure-semantics 3.6).
    package let status: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        privateEndpoint = fields.link("privateEndpoint")
        let privateLinkServiceConnectionState = fields.inner("privateLinkServiceConnectionState")
        status = privateLinkServiceConnectionState.text("status")
    }
}
