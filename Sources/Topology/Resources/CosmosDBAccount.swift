/// A Cosmos DB account.
///
/// `Microsoft.DocumentDB/databaseAccounts`. Its address and subnet rules stand in the account itself.
package struct CosmosDBAccount: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.DocumentDB/databaseAccounts"]

    package let resource: Resource
    package let accountKind: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let isVirtualNetworkFilterEnabled: Setting<Bool>
    package let disableLocalAuthentication: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        accountKind = fields.text("kind")
        exposure = ServiceExposure(resource, children: children)
        isVirtualNetworkFilterEnabled = fields.flag("isVirtualNetworkFilterEnabled")
        disableLocalAuthentication = fields.flag("disableLocalAuth")
    }
}
