/// Which domains of Front Door a web application firewall policy guards.
///
/// `Microsoft.Cdn/profiles/securityPolicies`.
package struct FrontDoorSecurityPolicy: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles/securityPolicies"]

    package let resource: Resource
    package let policyType: Setting<String>
    package let firewallPolicy: Setting<ResourceID>
    package let isProfileLevel: Setting<Bool>
    package let associations: [FrontDoorSecurityAssociation]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let parameters = fields.inner("parameters")
        policyType = parameters.text("type")
        firewallPolicy = parameters.link("wafPolicy")
        isProfileLevel = parameters.flag("isProfileLevel")
        associations = parameters.items("associations").map(FrontDoorSecurityAssociation.init)
    }
}
