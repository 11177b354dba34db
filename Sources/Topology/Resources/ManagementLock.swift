/// A lock against deletion or change.
///
/// `Microsoft.Authorization/locks`.
package struct ManagementLock: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Authorization/locks"]

    package let resource: Resource
    /// `CanNotDelete` or `ReadOnly`.
    package let level: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        level = fields.text("level")
    }
}
