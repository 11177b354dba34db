/// A route table: the user-defined routes of the subnets that name it.
///
/// `Microsoft.Network/routeTables`.
package struct RouteTable: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/routeTables"]

    package let resource: Resource
    /// True removes every route that a gateway brings (azure-semantics 3.5).
    package let disableBGPRoutePropagation: Setting<Bool>
    package let routes: [Route]
    /// Back-references, which may be stale: the subnet's own reference decides.
    package let subnets: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        disableBGPRoutePropagation = fields.flag("disableBgpRoutePropagation")
        routes = Route.parts(of: resource, children)
        subnets = fields.references("subnets")
    }
}
