/// A member that was put into a network group by hand.
///
/// `Microsoft.Network/networkManagers/networkGroups/staticMembers`.
package struct NetworkGroupMember: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkManagers/networkGroups/staticMembers"
    ]

    package let resource: Resource
    package let member: Setting<ResourceID>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        member = fields.link("resourceId")
    }
}
