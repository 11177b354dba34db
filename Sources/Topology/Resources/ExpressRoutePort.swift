import JSON

/// An ExpressRoute Direct port pair.
///
/// `Microsoft.Network/expressRoutePorts`.
package struct ExpressRoutePort: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/expressRoutePorts"]

    package let resource: Resource
    package let bandwidthInGbps: Setting<Int>
    package let peeringLocation: Setting<String>
    package let encapsulation: Setting<String>
    package let links: [ExpressRouteLink]
    package let circuits: [ResourceID]
    package let identityType: Setting<String>
    /// The user-assigned identities.
    package let identities: [ResourceID]
    /// The principals of those identities, as far as the input names them; roles are given to these.
    package let identityPrincipals: [String]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        bandwidthInGbps = fields.number("bandwidthInGbps")
        peeringLocation = fields.text("peeringLocation")
        encapsulation = fields.text("encapsulation")
        links = fields.items("links").map(ExpressRouteLink.init)
        circuits = fields.references("circuits")
        let identity = fields.inner("identity")
        identityType = identity.text("type")
        let assigned = identity.inner("userAssignedIdentities").all
        identities = assigned.map { ResourceID($0.name) }
        identityPrincipals = assigned.compactMap { $0.value.fields.text("principalId").value }
    }
}
