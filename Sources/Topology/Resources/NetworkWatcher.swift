/// The Network Watcher of a region.
///
/// `Microsoft.Network/networkWatchers`.
package struct NetworkWatcher: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkWatchers"]

    package let resource: Resource
    package let provisioningState: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        provisioningState = fields.text("provisioningState")
    }
}
