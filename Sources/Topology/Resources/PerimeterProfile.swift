/// A set of access rules of a perimeter.
///
/// `Microsoft.Network/networkSecurityPerimeters/profiles`.
package struct PerimeterProfile: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkSecurityPerimeters/profiles"]

    package let resource: Resource
    package let accessRulesVersion: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        accessRulesVersion = fields.text("accessRulesVersion")
    }
}
