/// A network security perimeter around services of Azure.
///
/// `Microsoft.Network/networkSecurityPerimeters`.
package struct NetworkSecurityPerimeter: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkSecurityPerimeters"]

    package let resource: Resource
    package let perimeterGUID: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        perimeterGUID = fields.text("perimeterGuid")
    }
}
