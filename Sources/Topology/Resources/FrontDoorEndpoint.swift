/// An endpoint of Front Door: a host name at the edge.
///
/// `Microsoft.Cdn/profiles/afdEndpoints`.
package struct FrontDoorEndpoint: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles/afdEndpoints"]

    package let resource: Resource
    package let enabledState: Setting<String>
    package let hostName: Setting<String>
    package let routes: [FrontDoorRoute]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        enabledState = fields.text("enabledState")
        hostName = fields.text("hostName")
        routes = FrontDoorRoute.parts(of: resource, children)
    }
}
