/// An Event Grid topic, domain or namespace.
///
/// `Microsoft.EventGrid/topics`, `domains` and `namespaces`.
package struct EventGridTopic: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.EventGrid/topics",
        "Microsoft.EventGrid/domains",
        "Microsoft.EventGrid/namespaces",
    ]

    package let resource: Resource
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let disableLocalAuthentication: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        exposure = ServiceExposure(resource, children: children)
        disableLocalAuthentication = fields.flag("disableLocalAuth")
    }
}
