/// A rule collection group of a firewall policy.
///
/// `Microsoft.Network/firewallPolicies/ruleCollectionGroups`, and `ruleGroups` as its first versions were called.
package struct RuleCollectionGroup: PartKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
        "Microsoft.Network/firewallPolicies/ruleGroups",
    ]

    package let resource: Resource
    package let priority: Setting<Int>
    package let ruleCollections: [FirewallRuleCollection]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        priority = fields.number("priority")
        ruleCollections = fields.items("ruleCollections").map(FirewallRuleCollection.init)
    }

    /// The policy it belongs to.
    package var firewallPolicy: ResourceID? { id.parent }
}
