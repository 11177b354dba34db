/// A network security group: stateful filter rules for subnets and network interfaces.
///
/// `Microsoft.Network/networkSecurityGroups`. Azure's default rules are added where the input lacks them
/// (azure-semantics 1.2). Not modelled: flow log back-references.
package struct NetworkSecurityGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkSecurityGroups"]

    package let resource: Resource
    /// The rules of the group's owner, in the order of the input.
    package let securityRules: [SecurityRule]
    /// Azure's own rules, as the input lists them or as they always are.
    package let defaultSecurityRules: [SecurityRule]
    /// Back-references, which may be stale: the subnet's own reference decides.
    package let subnets: [ResourceID]
    /// Back-references, which may be stale: the interface's own reference decides.
    package let networkInterfaces: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        securityRules = SecurityRule.parts(of: resource, children)
        defaultSecurityRules = SecurityRule.defaults(of: resource)
        subnets = fields.references("subnets")
        networkInterfaces = fields.references("networkInterfaces")
    }

    /// Own and default rules of a direction, in the order in which they are tried.
    package func rules(_ direction: SecurityRule.Direction) -> [SecurityRule] {
        (securityRules + defaultSecurityRules)
            .filter { $0.direction.value == direction }
            .sorted { ($0.priority.value ?? .max) < ($1.priority.value ?? .max) }
    }
}
