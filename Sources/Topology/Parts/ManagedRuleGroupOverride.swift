import JSON

/// Changed rules of a group of a managed rule set.
package struct ManagedRuleGroupOverride: Sendable {
    package let ruleGroupName: Setting<String>
    package let rules: [ManagedRuleOverride]

    init(_ fields: JSONObject) {
        ruleGroupName = fields.text("ruleGroupName")
        rules = fields.items("rules").map(ManagedRuleOverride.init)
    }
}
