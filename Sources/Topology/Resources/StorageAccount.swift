/// A storage account.
///
/// `Microsoft.Storage/storageAccounts`. Not modelled: lifecycle rules, replication, encryption keys.
package struct StorageAccount: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Storage/storageAccounts"]

    package let resource: Resource
    package let accountKind: Setting<String>
    package let skuName: Setting<String>
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let allowBlobPublicAccess: Setting<Bool>
    package let allowSharedKeyAccess: Setting<Bool>
    package let isHierarchicalNamespaceEnabled: Setting<Bool>
    package let isSFTPEnabled: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        accountKind = fields.text("kind")
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        exposure = ServiceExposure(resource, children: children)
        allowBlobPublicAccess = fields.flag("allowBlobPublicAccess")
        allowSharedKeyAccess = fields.flag("allowSharedKeyAccess")
        isHierarchicalNamespaceEnabled = fields.flag("isHnsEnabled")
        isSFTPEnabled = fields.flag("isSftpEnabled")
    }
}
