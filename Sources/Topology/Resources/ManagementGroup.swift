/// A management group: a frame around subscriptions.
///
/// `Microsoft.Management/managementGroups`.
package struct ManagementGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Management/managementGroups"]

    package let resource: Resource
    package let displayName: Setting<String>
    package let parentGroup: Setting<ResourceID>
    package let members: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        displayName = fields.text("displayName")
        let details = fields.inner("details")
        parentGroup = details.link("parent")
        members = fields.references("children")
    }
}
