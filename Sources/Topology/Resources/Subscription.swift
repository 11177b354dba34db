/// A subscription.
///
/// `Microsoft.Resources/subscriptions`.
package struct Subscription: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Resources/subscriptions"]

    package let resource: Resource
    package let displayName: Setting<String>
    package let state: Setting<String>
    package let tenantID: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        displayName = fields.text("displayName")
        state = fields.text("state")
        tenantID = fields.text("tenantId")
    }
}
