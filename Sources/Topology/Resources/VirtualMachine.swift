/// A virtual machine.
///
/// `Microsoft.Compute/virtualMachines`. Not modelled: disks, extensions, images.
package struct VirtualMachine: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Compute/virtualMachines"]

    package let resource: Resource
    package let size: Setting<String>
    package let networkInterfaces: [ResourceID]
    package let operatingSystem: Setting<String>
    package let computerName: Setting<String>
    package let disablePasswordAuthentication: Setting<Bool>
    /// `ConfidentialVM` or `TrustedLaunch`.
    package let securityType: Setting<String>
    package let encryptionAtHost: Setting<Bool>
    package let identityType: Setting<String>
    package let virtualMachineScaleSet: Setting<ResourceID>
    package let availabilitySet: Setting<ResourceID>
    package let provisioningState: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let hardwareProfile = fields.inner("hardwareProfile")
        size = hardwareProfile.text("vmSize")
        let networkProfile = fields.inner("networkProfile")
        networkInterfaces = networkProfile.references("networkInterfaces")
        let storageProfile = fields.inner("storageProfile")
        let osDisk = storageProfile.inner("osDisk")
        operatingSystem = osDisk.text("osType")
        let osProfile = fields.inner("osProfile")
        computerName = osProfile.text("computerName")
        let linuxConfiguration = osProfile.inner("linuxConfiguration")
        disablePasswordAuthentication = linuxConfiguration.flag("disablePasswordAuthentication")
        let securityProfile = fields.inner("securityProfile")
        securityType = securityProfile.text("securityType")
        encryptionAtHost = securityProfile.flag("encryptionAtHost")
        let identity = fields.inner("identity")
        identityType = identity.text("type")
        virtualMachineScaleSet = fields.link("virtualMachineScaleSet")
        availabilitySet = fields.link("availabilitySet")
        provisioningState = fields.text("provisioningState")
    }
}
