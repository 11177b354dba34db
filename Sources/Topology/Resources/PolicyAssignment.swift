/// An Azure Policy that holds at a scope.
///
/// `Microsoft.Authorization/policyAssignments`. Not modelled: its parameters but for the effect.
package struct PolicyAssignment: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Authorization/policyAssignments"]

    package let resource: Resource
    package let policyDefinition: Setting<ResourceID>
    package let displayName: Setting<String>
    package let enforcementMode: Setting<String>
    package let scope: Setting<ResourceID>
    /// `Deny`, `Audit`, `Disabled` …, where the assignment chooses it.
    package let effect: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        policyDefinition = fields.link("policyDefinitionId")
        displayName = fields.text("displayName")
        enforcementMode = fields.text("enforcementMode")
        scope = fields.link("scope")
        let parameters = fields.inner("parameters")
        let chosen = parameters.inner("effect")
        effect = chosen.text("value")
    }
}
