/// A group of virtual networks or subnets under a network manager.
///
/// `Microsoft.Network/networkManagers/networkGroups`. Members by Azure Policy are not in an export of the manager.
package struct NetworkGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkManagers/networkGroups"]

    package let resource: Resource
    package let memberType: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        memberType = fields.text("memberType")
    }
}
