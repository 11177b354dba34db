import JSON

/// A direct route from a subnet to a service of Azure.
package struct ServiceEndpoint: Sendable {
    /// For example `Microsoft.Storage`.
    package let service: Setting<String>
    package let locations: [String]
    package let provisioningState: Setting<String>

    init(_ fields: JSONObject) {
        service = fields.text("service")
        locations = fields.texts("locations")
        provisioningState = fields.text("provisioningState")
    }
}
