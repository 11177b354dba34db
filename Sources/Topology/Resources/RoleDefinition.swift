/// A role: the operations it allows.
///
/// `Microsoft.Authorization/roleDefinitions`.
package struct RoleDefinition: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Authorization/roleDefinitions"]

    package let resource: Resource
    package let roleName: Setting<String>
    /// `BuiltInRole` or `CustomRole`.
    package let roleType: Setting<String>
    package let permissions: [RolePermission]
    package let assignableScopes: [String]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        roleName = fields.text("roleName")
        roleType = fields.text("roleType").or(fields.text("type"))
        permissions = fields.items("permissions").map(RolePermission.init)
        assignableScopes = fields.texts("assignableScopes")
    }
}
