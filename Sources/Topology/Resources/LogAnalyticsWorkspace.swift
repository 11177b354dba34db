/// A workspace that keeps logs.
///
/// `Microsoft.OperationalInsights/workspaces`.
package struct LogAnalyticsWorkspace: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.OperationalInsights/workspaces"]

    package let resource: Resource
    package let retentionDays: Setting<Int>
    package let publicNetworkAccessForIngestion: Setting<String>
    package let publicNetworkAccessForQuery: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        retentionDays = fields.number("retentionInDays")
        publicNetworkAccessForIngestion = fields.text("publicNetworkAccessForIngestion")
        publicNetworkAccessForQuery = fields.text("publicNetworkAccessForQuery")
    }
}
