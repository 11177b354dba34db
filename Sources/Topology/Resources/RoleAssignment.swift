/// A role held by a principal at a scope.
///
/// `Microsoft.Authorization/roleAssignments`.
package struct RoleAssignment: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Authorization/roleAssignments"]

    package let resource: Resource
    package let roleDefinition: Setting<ResourceID>
    package let principalID: Setting<String>
    package let principalType: Setting<String>
    package let principalName: Setting<String>
    package let roleDefinitionName: Setting<String>
    package let assignedScope: Setting<ResourceID>
    package let condition: Setting<String>
    package let createdOn: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        roleDefinition = fields.link("roleDefinitionId")
        principalID = fields.text("principalId")
        principalType = fields.text("principalType")
        principalName = fields.text("principalName")
        roleDefinitionName = fields.text("roleDefinitionName")
        assignedScope = fields.link("scope")
        condition = fields.text("condition")
        createdOn = fields.text("createdOn")
    }

    /// Where it holds: the scope it names, or the resource its id stands below.
    package var scope: ResourceID? { assignedScope.value ?? id.parent }
}
