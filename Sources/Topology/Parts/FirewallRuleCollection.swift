import JSON

/// Firewall rules of one sort and one action, tried together.
///
/// The same shape serves the collections of a policy and the classic ones inside a firewall.
package struct FirewallRuleCollection: Sendable {
    package let name: Setting<String>
    package let priority: Setting<Int>
    /// `FirewallPolicyFilterRuleCollection` or `FirewallPolicyNatRuleCollection`; absent in a firewall itself.
    package let collectionType: Setting<String>
    package let action: Setting<String>
    package let rules: [FirewallRule]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        priority = fields.number("priority")
        collectionType = fields.text("ruleCollectionType")
        let actionFields = fields.inner("action")
        action = actionFields.text("type")
        rules = fields.items("rules").map(FirewallRule.init)
    }
}
