import JSON

/// A rule set that Microsoft keeps, with what was changed in it.
package struct ManagedRuleSet: Sendable {
    package let ruleSetType: Setting<String>
    package let ruleSetVersion: Setting<String>
    package let ruleGroupOverrides: [ManagedRuleGroupOverride]
    package let exclusions: [ManagedRuleExclusion]

    init(_ fields: JSONObject) {
        ruleSetType = fields.text("ruleSetType")
        ruleSetVersion = fields.text("ruleSetVersion")
        ruleGroupOverrides = fields.items("ruleGroupOverrides").map(ManagedRuleGroupOverride.init)
        exclusions = fields.items("exclusions").map(ManagedRuleExclusion.init)
    }
}
