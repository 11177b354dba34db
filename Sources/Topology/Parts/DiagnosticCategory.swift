import JSON

/// A sort of log and whether it is kept.
package struct DiagnosticCategory: Sendable {
    package let category: Setting<String>
    package let categoryGroup: Setting<String>
    package let enabled: Setting<Bool>

    init(_ fields: JSONObject) {
        category = fields.text("category")
        categoryGroup = fields.text("categoryGroup")
        enabled = fields.flag("enabled")
    }
}
