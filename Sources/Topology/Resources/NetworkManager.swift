/// A Virtual Network Manager with the scope it rules.
///
/// `Microsoft.Network/networkManagers`.
package struct NetworkManager: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkManagers"]

    package let resource: Resource
    package let subscriptions: [ResourceID]
    package let managementGroups: [ResourceID]
    package let scopeAccesses: [String]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let networkManagerScopes = fields.inner("networkManagerScopes")
        subscriptions = networkManagerScopes.references("subscriptions")
        managementGroups = networkManagerScopes.references("managementGroups")
        scopeAccesses = fields.texts("networkManagerScopeAccesses")
    }
}
