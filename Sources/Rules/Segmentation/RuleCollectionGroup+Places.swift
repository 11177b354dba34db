import Topology

extension RuleCollectionGroup {
    /// Every rule with its collection and its place, for example `ruleCollections[0].rules[2]`.
    var placedRules: [(collection: FirewallRuleCollection, rule: FirewallRule, path: String)] {
        ruleCollections.enumerated().flatMap { outer, collection in
            collection.rules.enumerated().map { inner, rule in
                (collection, rule, "ruleCollections[\(outer)].rules[\(inner)]")
            }
        }
    }
}

extension FirewallRule {
    /// Whether it translates the destination of packets from outside.
    var isTranslation: Bool { ruleType.is("NatRule") }
}
