/// A role as Privileged Identity Management schedules it: held now, or to be activated.
///
/// `Microsoft.Authorization/roleAssignmentScheduleInstances` and `…/roleEligibilityScheduleInstances`.
package struct RoleScheduleInstance: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Authorization/roleAssignmentScheduleInstances",
        "Microsoft.Authorization/roleEligibilityScheduleInstances",
    ]

    package let resource: Resource
    package let roleDefinition: Setting<ResourceID>
    package let principalID: Setting<String>
    package let principalType: Setting<String>
    package let scope: Setting<ResourceID>
    /// `Assigned` for a standing role, `Activated` for one that was eligible.
    package let assignmentType: Setting<String>
    /// Absent where it has no end.
    package let endDateTime: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        roleDefinition = fields.link("roleDefinitionId")
        principalID = fields.text("principalId")
        principalType = fields.text("principalType")
        scope = fields.link("scope")
        assignmentType = fields.text("assignmentType")
        endDateTime = fields.text("endDateTime")
    }

    /// Whether the role must be activated before it holds.
    package var isEligible: Bool { resource.type == Self.types[1] }
}
