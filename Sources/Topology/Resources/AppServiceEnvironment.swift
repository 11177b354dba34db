/// An App Service Environment inside a subnet.
///
/// `Microsoft.Web/hostingEnvironments`.
package struct AppServiceEnvironment: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Web/hostingEnvironments"]

    package let resource: Resource
    package let subnet: Setting<ResourceID>
    /// `None` means that its apps have a public address.
    package let internalLoadBalancingMode: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        subnet = fields.link("virtualNetwork")
        internalLoadBalancingMode = fields.text("internalLoadBalancingMode")
    }
}
