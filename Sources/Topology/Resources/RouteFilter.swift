/// The BGP communities that a Microsoft peering may receive.
///
/// `Microsoft.Network/routeFilters`.
package struct RouteFilter: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/routeFilters"]

    package let resource: Resource
    package let rules: [RouteFilterRule]
    package let peerings: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        rules = fields.items("rules").map(RouteFilterRule.init)
        peerings = fields.references("peerings")
    }
}
