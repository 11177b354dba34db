/// An alert on an operation of the control plane.
///
/// `Microsoft.Insights/activityLogAlerts`.
package struct ActivityLogAlert: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Insights/activityLogAlerts"]

    package let resource: Resource
    package let scopes: [String]
    package let enabled: Setting<Bool>
    package let conditions: [ActivityLogCondition]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        scopes = fields.texts("scopes")
        enabled = fields.flag("enabled")
        let condition = fields.inner("condition")
        conditions = condition.items("allOf").map(ActivityLogCondition.init)
    }
}
