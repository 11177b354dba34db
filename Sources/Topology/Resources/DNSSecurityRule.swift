/// A rule of a resolver policy.
///
/// `Microsoft.Network/dnsResolverPolicies/dnsSecurityRules`.
package struct DNSSecurityRule: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsResolverPolicies/dnsSecurityRules"]

    package let resource: Resource
    package let priority: Setting<Int>
    package let action: Setting<String>
    package let state: Setting<String>
    package let domainLists: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        priority = fields.number("priority")
        let actionFields = fields.inner("action")
        action = actionFields.text("actionType")
        state = fields.text("dnsSecurityRuleState")
        domainLists = fields.references("dnsResolverDomainLists")
    }
}
