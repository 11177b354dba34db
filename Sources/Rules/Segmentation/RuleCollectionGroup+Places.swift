import JSON
import Topology

extension RuleCollectionGroup {
    /// A rule with its collection, its fields and its place, for example `ruleCollections[0].rules[2]`.
    typealias PlacedRule = (
        collection: FirewallRuleCollection, rule: FirewallRule, fields: JSONObject, path: String
    )

    /// Every rule of the group.
    var placedRules: [PlacedRule] {
        let written = resource.fields.items("ruleCollections").map { $0.items("rules") }
        return zip(ruleCollections, written).enumerated().flatMap { outer, both in
            zip(both.0.rules, both.1).enumerated().map { inner, pair in
                (both.0, pair.0, pair.1, "ruleCollections[\(outer)].rules[\(inner)]")
            }
        }
    }
}

extension FirewallRule {
    /// Whether it translates the destination of packets from outside.
    var isTranslation: Bool { ruleType.is("NatRule") }
}
