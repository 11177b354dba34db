/// A row of what a network manager has deployed where.
///
/// An answer of `Microsoft.Network/networkManagers/listDeploymentStatus`.
package struct NetworkManagerDeployment: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkManagers/listDeploymentStatus"]

    package let resource: Resource
    package let region: Setting<String>
    /// `SecurityAdmin`, `Connectivity` or `Routing`.
    package let deploymentType: Setting<String>
    package let deploymentStatus: Setting<String>
    package let configurations: [ResourceID]
    package let commitTime: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        region = fields.text("region")
        deploymentType = fields.text("deploymentType")
        deploymentStatus = fields.text("deploymentStatus")
        configurations = fields.references("configurationIds")
        commitTime = fields.text("commitTime")
    }
}
