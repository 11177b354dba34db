import JSON
import Topology

/// The two types of WAF policies: where they keep their rules, and estates of one policy for examples.
enum WAFPolicy {
    static let frontDoorType: ResourceType = "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies"
    static let gatewayType: ResourceType =
        "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies"
    static let types = [gatewayType, frontDoorType]

    /// The path of the managed rule sets, which both types share.
    static let managedRuleSets = "managedRules.managedRuleSets"

    /// The managed rule sets of a policy.
    static func managedRuleSets(of policy: Resource) -> Setting<[JSONObject]> {
        policy.fields.object("managedRules").flatMap { $0.objects("managedRuleSets") }
    }

    /// The rules somebody wrote, and the path of their list.
    static func customRules(of policy: Resource) -> (rules: Setting<[JSONObject]>, path: String) {
        guard policy.type == frontDoorType else {
            return (policy.fields.objects("customRules"), "customRules")
        }
        return (policy.fields.object("customRules").flatMap { $0.objects("rules") }, "customRules.rules")
    }

    /// Whether a rule is in force; both types leave the word out of a rule that is.
    static func isEnabled(_ rule: JSONObject) -> Setting<Bool> {
        let states = ["state", "enabledState"].map(rule.text)
        if let reason = states.lazy.compactMap(\.reason).first { return .unknown(reason: reason) }
        return .set(!states.contains { $0.is("Disabled") })
    }

    static func gateway(_ properties: String) -> String { estate(gatewayType, properties) }
    static func frontDoor(_ properties: String) -> String { estate(frontDoorType, properties) }

    private static func estate(_ type: ResourceType, _ properties: String) -> String {
        #"{"id": "/wafPolicies/w", "type": "\#(type)", "properties": {\#(properties)}}"#
    }
}
