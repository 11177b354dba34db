/// An alert on a metric.
///
/// `Microsoft.Insights/metricAlerts`. Not modelled: its criteria.
package struct MetricAlert: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Insights/metricAlerts"]

    package let resource: Resource
    package let scopes: [String]
    package let enabled: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        scopes = fields.texts("scopes")
        enabled = fields.flag("enabled")
    }
}
