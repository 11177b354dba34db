import JSON

/// What an alert on an operation looks for.
package struct ActivityLogCondition: Sendable {
    package let field: Setting<String>
    package let equals: Setting<String>

    init(_ fields: JSONObject) {
        field = fields.text("field")
        equals = fields.text("equals")
    }
}
