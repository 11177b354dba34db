/// A web application firewall policy for Application Gateways or for Front Door.
///
/// `Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies` and `Microsoft.Network/FrontDoorWebApplicationFirewallPolicies`,
/// which differ in the names of some fields. Not modelled: match conditions beyond their count.
package struct WebApplicationFirewallPolicy: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
        "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
    ]

    package let resource: Resource
    package let skuName: Setting<String>
    /// `Enabled` or `Disabled`; Front Door's spelling `enabledState` is read too.
    package let state: Setting<String>
    package let mode: Setting<String>
    /// A boolean for Application Gateways, `Enabled` or `Disabled` for Front Door.
    package let requestBodyCheck: Setting<Bool>
    package let managedRuleSets: [ManagedRuleSet]
    package let exclusions: [ManagedRuleExclusion]
    package let customRules: [WebApplicationFirewallRule]
    package let applicationGateways: [ResourceID]
    package let httpListeners: [ResourceID]
    package let securityPolicyLinks: [ResourceID]
    package let frontendEndpointLinks: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        let policySettings = fields.inner("policySettings")
        state = policySettings.text("state").or(policySettings.text("enabledState"))
        mode = policySettings.text("mode")
        requestBodyCheck = policySettings.enabled("requestBodyCheck")
        let managedRules = fields.inner("managedRules")
        managedRuleSets = managedRules.items("managedRuleSets").map(ManagedRuleSet.init)
        exclusions = managedRules.items("exclusions").map(ManagedRuleExclusion.init)
        customRules = (fields.items("customRules") + fields.inner("customRules").items("rules"))
            .map(WebApplicationFirewallRule.init)
        applicationGateways = fields.references("applicationGateways")
        httpListeners = fields.references("httpListeners")
        securityPolicyLinks = fields.references("securityPolicyLinks")
        frontendEndpointLinks = fields.references("frontendEndpointLinks")
    }
}
