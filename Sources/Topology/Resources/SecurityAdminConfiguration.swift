/// Rules of a network manager that come before every security group.
///
/// `Microsoft.Network/networkManagers/securityAdminConfigurations`. It takes effect only where it is deployed (azure-semantics 2.1).
package struct SecurityAdminConfiguration: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkManagers/securityAdminConfigurations"
    ]

    package let resource: Resource
    /// What applies to networks with such services: `None`, `All` or `AllowRulesOnly`.
    package let intentPolicyServices: [String]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        intentPolicyServices = fields.texts("applyOnNetworkIntentPolicyBasedServices")
    }
}
