/// Just-in-time access: ports that open only on request.
///
/// `Microsoft.Security/locations/jitNetworkAccessPolicies`.
package struct JITPolicy: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Security/locations/jitNetworkAccessPolicies"]

    package let resource: Resource
    package let virtualMachines: [JITMachine]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        virtualMachines = fields.items("virtualMachines").map(JITMachine.init)
    }
}
