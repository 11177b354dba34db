import JSON

/// A part of requests that managed rules do not look at.
package struct ManagedRuleExclusion: Sendable {
    package let matchVariable: Setting<String>
    package let selector: Setting<String>
    package let selectorMatchOperator: Setting<String>

    init(_ fields: JSONObject) {
        matchVariable = fields.text("matchVariable")
        selector = fields.text("selector")
        selectorMatchOperator = fields.text("selectorMatchOperator")
    }
}
