import Topology

/// How a kind of service is named on the network: by its service endpoint and by its service tag
/// (azure-semantics 1.5).
struct PublicService: Sendable {
    /// For example `Microsoft.Storage`.
    let endpoint: String?
    /// For example `Storage`.
    let tag: ServiceTag

    private init(_ endpoint: String?, _ tag: String) {
        self.endpoint = endpoint
        self.tag = ServiceTag(tag)
    }

    /// The service that resources of a type belong to; nil for one without a tag of its own.
    static func of(_ type: ResourceType) -> PublicService? {
        let provider = type.text.lowercased().prefix { $0 != "/" }
        return table.first { $0.0 == provider }?.1
    }

    /// The tag in a region, then the tag as a whole.
    func tags(in region: String?) -> [ServiceTag] {
        let part = region.map { ServiceTag("\(tag).\(ManagerDeployments.plain($0))") }
        return [part, tag].compactMap { $0 }
    }

    private static let table: [(String, PublicService)] = [
        ("microsoft.storage", PublicService("Microsoft.Storage", "Storage")),
        ("microsoft.sql", PublicService("Microsoft.Sql", "Sql")),
        ("microsoft.keyvault", PublicService("Microsoft.KeyVault", "AzureKeyVault")),
        ("microsoft.documentdb", PublicService("Microsoft.AzureCosmosDB", "AzureCosmosDB")),
        ("microsoft.eventhub", PublicService("Microsoft.EventHub", "EventHub")),
        ("microsoft.servicebus", PublicService("Microsoft.ServiceBus", "ServiceBus")),
        ("microsoft.web", PublicService("Microsoft.Web", "AppService")),
        (
            "microsoft.containerregistry",
            PublicService("Microsoft.ContainerRegistry", "AzureContainerRegistry")
        ),
        (
            "microsoft.cognitiveservices",
            PublicService("Microsoft.CognitiveServices", "CognitiveServicesFrontend")
        ),
        ("microsoft.apimanagement", PublicService(nil, "ApiManagement")),
        ("microsoft.eventgrid", PublicService(nil, "AzureEventGrid")),
        ("microsoft.dbforpostgresql", PublicService("Microsoft.Sql", "Sql")),
        ("microsoft.dbformysql", PublicService("Microsoft.Sql", "Sql")),
    ]

    /// The service whose endpoint has that name, compared without case.
    static func ofEndpoint(_ name: String) -> PublicService? {
        let wanted = name.lowercased()
        if wanted == "microsoft.storage.global" { return table[0].1 }
        if wanted == "microsoft.azureactivedirectory" {
            return PublicService("Microsoft.AzureActiveDirectory", "AzureActiveDirectory")
        }
        return table.first { $0.1.endpoint?.lowercased() == wanted }?.1
    }
}
