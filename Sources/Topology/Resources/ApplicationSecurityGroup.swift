/// An application security group: a name for network interfaces that rules can use.
///
/// `Microsoft.Network/applicationSecurityGroups`. Membership stands at the interfaces and the private endpoints (azure-semantics 1.6).
package struct ApplicationSecurityGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/applicationSecurityGroups"]

    package let resource: Resource
    package let provisioningState: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        provisioningState = fields.text("provisioningState")
    }
}
