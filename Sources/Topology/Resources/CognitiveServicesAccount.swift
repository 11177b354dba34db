/// An account of Azure's AI services.
///
/// `Microsoft.CognitiveServices/accounts`.
package struct CognitiveServicesAccount: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.CognitiveServices/accounts"]

    package let resource: Resource
    package let accountKind: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let disableLocalAuthentication: Setting<Bool>
    package let restrictOutboundNetworkAccess: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        accountKind = fields.text("kind")
        exposure = ServiceExposure(resource, children: children)
        disableLocalAuthentication = fields.flag("disableLocalAuth")
        restrictOutboundNetworkAccess = fields.flag("restrictOutboundNetworkAccess")
    }
}
