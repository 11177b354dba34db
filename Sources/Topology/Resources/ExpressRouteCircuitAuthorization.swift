/// A key with which another subscription joins a circuit; the key itself is never read.
///
/// `Microsoft.Network/expressRouteCircuits/authorizations`.
package struct ExpressRouteCircuitAuthorization: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/expressRouteCircuits/authorizations"]

    package let resource: Resource
    package let useStatus: Setting<String>
    package let connectionResourceURI: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        useStatus = fields.text("authorizationUseStatus")
        connectionResourceURI = fields.text("connectionResourceUri")
    }
}
