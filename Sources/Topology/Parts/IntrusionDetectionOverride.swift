import JSON

/// A signature whose action differs from that of the policy.
package struct IntrusionDetectionOverride: Sendable {
    package let id: Setting<String>
    package let mode: Setting<String>

    init(_ fields: JSONObject) {
        id = fields.text("id")
        mode = fields.text("mode")
    }
}
