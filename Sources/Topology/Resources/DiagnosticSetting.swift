/// Which logs of a resource go where.
///
/// `Microsoft.Insights/diagnosticSettings`, below the resource it is about.
package struct DiagnosticSetting: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Insights/diagnosticSettings"]

    package let resource: Resource
    package let workspace: Setting<ResourceID>
    package let storageAccount: Setting<ResourceID>
    package let eventHubRule: Setting<ResourceID>
    package let destinationType: Setting<String>
    package let logs: [DiagnosticCategory]
    package let metrics: [DiagnosticCategory]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        workspace = fields.link("workspaceId")
        storageAccount = fields.link("storageAccountId")
        eventHubRule = fields.link("eventHubAuthorizationRuleId")
        destinationType = fields.text("logAnalyticsDestinationType")
        logs = fields.items("logs").map(DiagnosticCategory.init)
        metrics = fields.items("metrics").map(DiagnosticCategory.init)
    }

    /// The resource it is about.
    package var target: ResourceID? { id.parent }
}
