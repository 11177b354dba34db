extension Topology {
    /// The name of a resource as people know it: of a part also its parent, of a role assignment who holds what.
    ///
    /// A role assignment is named by a GUID, so it is shown by its role and principal, or by its description, as far
    /// as the estate knows them.
    package func displayName(of resource: Resource) -> String {
        guard RoleAssignment.types.contains(resource.type) else { return resource.id.displayName }
        let assignment = RoleAssignment(resource, children: [])
        let role =
            assignment.roleDefinitionName.value
            ?? assignment.roleDefinition.value.flatMap { find(RoleDefinition.self, $0)?.roleName.value }
        if let name = assignment.principalName.value { return role.map { "\($0): \(name)" } ?? name }
        if let description = resource.fields.text("description").value, !description.isEmpty {
            return description
        }
        guard let role, let principal = assignment.principalID.value else { return resource.id.displayName }
        return "\(role): \(principal)"
    }
}
