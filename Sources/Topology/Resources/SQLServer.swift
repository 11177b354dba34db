/// A logical SQL server.
///
/// `Microsoft.Sql/servers`. Its `firewallRules` and `virtualNetworkRules` are read into the exposure; a rule from and to 0.0.0.0
/// admits every tenant of Azure (azure-semantics 7.5). Not modelled: databases.
package struct SQLServer: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Sql/servers"]

    package let resource: Resource
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let restrictOutboundNetworkAccess: Setting<String>
    package let version: Setting<String>
    package let azureADOnlyAuthentication: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        exposure = ServiceExposure(resource, children: children)
        restrictOutboundNetworkAccess = fields.text("restrictOutboundNetworkAccess")
        version = fields.text("version")
        let administrators = fields.inner("administrators")
        azureADOnlyAuthentication = administrators.flag("azureADOnlyAuthentication")
    }
}
