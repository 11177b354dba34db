/// What a virtual hub sends through its firewall.
///
/// `Microsoft.Network/virtualHubs/routingIntent`.
package struct RoutingIntent: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualHubs/routingIntent"]

    package let resource: Resource
    package let routingPolicies: [RoutingPolicy]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        routingPolicies = fields.items("routingPolicies").map(RoutingPolicy.init)
    }
}
