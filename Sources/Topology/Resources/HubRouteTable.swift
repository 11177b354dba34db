/// A route table of a virtual hub.
///
/// `Microsoft.Network/virtualHubs/hubRouteTables`.
package struct HubRouteTable: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualHubs/hubRouteTables"]

    package let resource: Resource
    package let routes: [HubRoute]
    package let labels: [String]
    package let associatedConnections: [ResourceID]
    package let propagatingConnections: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        routes = fields.items("routes").map(HubRoute.init)
        labels = fields.texts("labels")
        associatedConnections = fields.references("associatedConnections")
        propagatingConnections = fields.references("propagatingConnections")
    }
}
