/// A PostgreSQL server.
///
/// `Microsoft.DBforPostgreSQL/flexibleServers` and the retired `servers`. TLS of a flexible server is a parameter
/// of its own below it (azure-semantics 8.2).
package struct PostgreSQLServer: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.DBforPostgreSQL/flexibleServers",
        "Microsoft.DBforPostgreSQL/servers",
    ]

    package let resource: Resource
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let version: Setting<String>
    /// The subnet it stands in, where it was put into a virtual network.
    package let delegatedSubnet: Setting<ResourceID>
    /// Whether connections without TLS are refused, of a server of the retired generation.
    package let sslEnforcement: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        exposure = ServiceExposure(resource, children: children)
        let network = fields.inner("network")
        version = fields.text("version")
        delegatedSubnet = network.link("delegatedSubnetResourceId").or(
            fields.link("delegatedSubnetResourceId")
        )
        sslEnforcement = fields.enabled("sslEnforcement")
    }
}
