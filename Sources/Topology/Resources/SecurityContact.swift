/// Whom Defender for Cloud tells of an alert.
///
/// `Microsoft.Security/securityContacts`.
package struct SecurityContact: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Security/securityContacts"]

    package let resource: Resource
    package let emails: Setting<String>
    package let notifications: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        emails = fields.text("emails")
        let alertNotifications = fields.inner("alertNotifications")
        notifications = alertNotifications.text("state")
    }
}
