import Topology

/// The services that hold data and have a public address unless somebody closes it; S3-12 and S3-13 look at them.
enum PlatformService {
    static let storageType: ResourceType = "Microsoft.Storage/storageAccounts"
    static let siteType: ResourceType = "Microsoft.Web/sites"

    static let types: [ResourceType] = [
        storageType, "Microsoft.Sql/servers", "Microsoft.KeyVault/vaults",
        "Microsoft.DocumentDB/databaseAccounts",
        siteType,
    ]

    /// A storage account for examples.
    static func storage(_ properties: String) -> String {
        #"{"id": "/storage/st", "name": "st", "type": "Microsoft.Storage/storageAccounts", "properties": {\#(properties)}}"#
    }
}
