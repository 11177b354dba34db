/// A resource group.
///
/// `Microsoft.Resources/subscriptions/resourceGroups`.
package struct ResourceGroup: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Resources/subscriptions/resourceGroups",
        "Microsoft.Resources/resourceGroups",
    ]

    package let resource: Resource
    package let managedBy: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        managedBy = fields.text("managedBy")
    }
}
