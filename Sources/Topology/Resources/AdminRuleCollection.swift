/// Admin rules for some network groups.
///
/// `Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections`.
package struct AdminRuleCollection: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections"
    ]

    package let resource: Resource
    package let groups: [NetworkGroupTarget]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        groups = fields.items("appliesToGroups").map(NetworkGroupTarget.init)
    }
}
