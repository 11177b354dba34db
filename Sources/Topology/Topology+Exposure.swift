/// How open a service of Azure is, whichever kind it is of.
extension Topology {
    /// The exposure of a service; nil for a resource that is none of those whose exposure is modelled.
    package func exposure(of resource: Resource) -> ServiceExposure? {
        guard Self.exposedTypes.contains(resource.type) else { return nil }
        return ServiceExposure(resource, children: children(of: resource.id))
    }

    private static let exposedTypes: Set<ResourceType> = Set(
        APIManagementService.types + CognitiveServicesAccount.types + ContainerRegistry.types
            + CosmosDBAccount.types + EventGridTopic.types + EventHubNamespace.types + IoTHub.types
            + KeyVault.types + MySQLServer.types + PostgreSQLServer.types + RedisCache.types
            + RedisEnterprise.types + SearchService.types + ServiceBusNamespace.types
            + SQLManagedInstance.types + SQLServer.types + StorageAccount.types
    )
}
