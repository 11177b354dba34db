import JSON

/// A changed rule of a managed rule set.
package struct ManagedRuleOverride: Sendable {
    package let ruleID: Setting<String>
    package let state: Setting<String>
    package let enabledState: Setting<String>
    package let action: Setting<String>

    init(_ fields: JSONObject) {
        ruleID = fields.text("ruleId")
        state = fields.text("state")
        enabledState = fields.text("enabledState")
        action = fields.text("action")
    }
}
