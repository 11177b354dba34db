import Topology

/// The services of the platform that the map counts.
enum PlatformService: CaseIterable {
    case webApp, storage, sql, cosmos, keyVault, registry, kubernetes, redis, eventHubs, serviceBus,
        apiManagement

    var type: ResourceType {
        switch self {
        case .webApp: "Microsoft.Web/sites"
        case .storage: "Microsoft.Storage/storageAccounts"
        case .sql: "Microsoft.Sql/servers"
        case .cosmos: "Microsoft.DocumentDB/databaseAccounts"
        case .keyVault: "Microsoft.KeyVault/vaults"
        case .registry: "Microsoft.ContainerRegistry/registries"
        case .kubernetes: "Microsoft.ContainerService/managedClusters"
        case .redis: "Microsoft.Cache/redis"
        case .eventHubs: "Microsoft.EventHub/namespaces"
        case .serviceBus: "Microsoft.ServiceBus/namespaces"
        case .apiManagement: "Microsoft.ApiManagement/service"
        }
    }

    /// What one of them is called in a count.
    var noun: String {
        switch self {
        case .webApp: "web app"
        case .storage: "storage"
        case .sql: "SQL"
        case .cosmos: "Cosmos DB"
        case .keyVault: "key vault"
        case .registry: "registry"
        case .kubernetes: "AKS"
        case .redis: "Redis"
        case .eventHubs: "event hubs"
        case .serviceBus: "service bus"
        case .apiManagement: "API management"
        }
    }
}
