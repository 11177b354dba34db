import JSON

/// A rule of one's own in a web application firewall policy.
package struct WebApplicationFirewallRule: Sendable {
    package let name: Setting<String>
    package let priority: Setting<Int>
    package let ruleType: Setting<String>
    package let action: Setting<String>
    package let state: Setting<String>
    package let enabledState: Setting<String>
    package let rateLimitThreshold: Setting<Int>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        priority = fields.number("priority")
        ruleType = fields.text("ruleType")
        action = fields.text("action")
        state = fields.text("state")
        enabledState = fields.text("enabledState")
        rateLimitThreshold = fields.number("rateLimitThreshold")
    }
}
