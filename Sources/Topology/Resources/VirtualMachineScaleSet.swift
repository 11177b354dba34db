/// A scale set: virtual machines made from one profile.
///
/// `Microsoft.Compute/virtualMachineScaleSets`. The interfaces of its instances are not in an export of the estate.
package struct VirtualMachineScaleSet: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Compute/virtualMachineScaleSets"]

    package let resource: Resource
    package let size: Setting<String>
    package let capacity: Setting<Int>
    package let orchestrationMode: Setting<String>
    package let networkInterfaces: [ScaleSetInterface]
    package let healthProbe: Setting<ResourceID>
    package let securityType: Setting<String>
    package let computerNamePrefix: Setting<String>
    package let identityType: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        size = sku.text("name")
        capacity = sku.number("capacity")
        orchestrationMode = fields.text("orchestrationMode")
        let virtualMachineProfile = fields.inner("virtualMachineProfile")
        let networkProfile = virtualMachineProfile.inner("networkProfile")
        networkInterfaces = networkProfile.items("networkInterfaceConfigurations").map(ScaleSetInterface.init)
        healthProbe = networkProfile.link("healthProbe")
        let securityProfile = virtualMachineProfile.inner("securityProfile")
        securityType = securityProfile.text("securityType")
        let osProfile = virtualMachineProfile.inner("osProfile")
        computerNamePrefix = osProfile.text("computerNamePrefix")
        let identity = fields.inner("identity")
        identityType = identity.text("type")
    }
}
