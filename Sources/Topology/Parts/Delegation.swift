import JSON

/// A subnet handed to a service, which then governs what stands in it.
package struct Delegation: Sendable {
    package let name: Setting<String>
    /// For example `Microsoft.Web/serverFarms`.
    package let serviceName: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        serviceName = fields.text("serviceName")
    }
}
