/// A key vault.
///
/// `Microsoft.KeyVault/vaults`. The service itself refuses TLS below 1.2. Not modelled: keys, secrets.
package struct KeyVault: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.KeyVault/vaults"]

    package let resource: Resource
    package let uri: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let enableSoftDelete: Setting<Bool>
    package let enablePurgeProtection: Setting<Bool>
    package let enableRBACAuthorization: Setting<Bool>
    package let accessPolicies: [KeyVaultAccessPolicy]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        uri = fields.text("vaultUri")
        exposure = ServiceExposure(resource, children: children)
        enableSoftDelete = fields.flag("enableSoftDelete")
        enablePurgeProtection = fields.flag("enablePurgeProtection")
        enableRBACAuthorization = fields.flag("enableRbacAuthorization")
        accessPolicies = fields.items("accessPolicies").map(KeyVaultAccessPolicy.init)
    }
}
