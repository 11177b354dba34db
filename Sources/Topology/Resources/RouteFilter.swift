/// The BGP communities that a Microsoft peering may receive.
///
/// `Microsoft.Network/routeFilters`.
package struct RouteFilter: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/routeFilters"]
    private static let ruleType: ResourceType = "Microsoft.Network/routeFilters/routeFilterRules"

    package let resource: Resource
    /// The rules written inside it, then those that stand alone.
    package let rules: [RouteFilterRule]
    package let peerings: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let inner = fields.items("rules").map(RouteFilterRule.init)
        let alone = children.filter { $0.type == Self.ruleType }.map { RouteFilterRule($0.fields) }
        rules = inner + alone
        peerings = fields.references("peerings")
    }
}
