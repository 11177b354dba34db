/// Where a type of service keeps the settings of a ``ServiceExposure`` (azure-semantics 8.2 and 10.2).
struct ServicePlaces: Sendable {
    /// The part with `defaultAction`, `ipRules` and `virtualNetworkRules`; nil where they stand in the service itself.
    var rules: String? = "networkAcls"
    /// The array of address rules.
    var ipRules = "ipRules"
    /// The field of an address rule.
    var ipRule = "value"
    /// The child that holds the rules.
    var ruleChild: ResourceType?
    /// The children that are one address range each.
    var rangeChild: ResourceType?
    /// The children that name one subnet each.
    var subnetChild: ResourceType?
    var minimumTLS: String?
    /// The flag that refuses traffic without TLS.
    var httpsOnly: String?
    /// The flag that opens a port without TLS.
    var clearPort: String?

    static func of(_ type: ResourceType) -> ServicePlaces { table[type] ?? ServicePlaces() }

    private static let table: [ResourceType: ServicePlaces] = [
        "Microsoft.Storage/storageAccounts": ServicePlaces(
            minimumTLS: "minimumTlsVersion",
            httpsOnly: "supportsHttpsTrafficOnly"
        ),
        "Microsoft.Sql/servers": ServicePlaces(
            rangeChild: "Microsoft.Sql/servers/firewallRules",
            subnetChild: "Microsoft.Sql/servers/virtualNetworkRules",
            minimumTLS: "minimalTlsVersion"
        ),
        "Microsoft.Sql/managedInstances": ServicePlaces(minimumTLS: "minimalTlsVersion"),
        "Microsoft.DocumentDB/databaseAccounts": ServicePlaces(
            rules: nil,
            ipRule: "ipAddressOrRange",
            minimumTLS: "minimalTlsVersion"
        ),
        "Microsoft.Web/sites": ServicePlaces(httpsOnly: "httpsOnly"),
        "Microsoft.ContainerRegistry/registries": ServicePlaces(rules: "networkRuleSet"),
        "Microsoft.Cache/redis": ServicePlaces(
            rangeChild: "Microsoft.Cache/redis/firewallRules",
            minimumTLS: "minimumTlsVersion",
            clearPort: "enableNonSslPort"
        ),
        "Microsoft.Cache/redisEnterprise": ServicePlaces(minimumTLS: "minimumTlsVersion"),
        "Microsoft.DBforPostgreSQL/flexibleServers": ServicePlaces(
            rangeChild: "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules"
        ),
        "Microsoft.DBforPostgreSQL/servers": ServicePlaces(
            rangeChild: "Microsoft.DBforPostgreSQL/servers/firewallRules",
            subnetChild: "Microsoft.DBforPostgreSQL/servers/virtualNetworkRules",
            minimumTLS: "minimalTlsVersion"
        ),
        "Microsoft.DBforMySQL/flexibleServers": ServicePlaces(
            rangeChild: "Microsoft.DBforMySQL/flexibleServers/firewallRules"
        ),
        "Microsoft.DBforMySQL/servers": ServicePlaces(
            rangeChild: "Microsoft.DBforMySQL/servers/firewallRules",
            subnetChild: "Microsoft.DBforMySQL/servers/virtualNetworkRules",
            minimumTLS: "minimalTlsVersion"
        ),
        "Microsoft.EventHub/namespaces": ServicePlaces(
            ipRule: "ipMask",
            ruleChild: "Microsoft.EventHub/namespaces/networkRuleSets",
            minimumTLS: "minimumTlsVersion"
        ),
        "Microsoft.ServiceBus/namespaces": ServicePlaces(
            ipRule: "ipMask",
            ruleChild: "Microsoft.ServiceBus/namespaces/networkRuleSets",
            minimumTLS: "minimumTlsVersion"
        ),
        "Microsoft.EventGrid/topics": ServicePlaces(
            rules: nil,
            ipRules: "inboundIpRules",
            ipRule: "ipMask",
            minimumTLS: "minimumTlsVersionAllowed"
        ),
        "Microsoft.EventGrid/domains": ServicePlaces(
            rules: nil,
            ipRules: "inboundIpRules",
            ipRule: "ipMask",
            minimumTLS: "minimumTlsVersionAllowed"
        ),
        "Microsoft.EventGrid/namespaces": ServicePlaces(
            rules: nil,
            ipRules: "inboundIpRules",
            ipRule: "ipMask",
            minimumTLS: "minimumTlsVersionAllowed"
        ),
        "Microsoft.Devices/IotHubs": ServicePlaces(
            rules: "networkRuleSets",
            ipRule: "ipMask",
            minimumTLS: "minTlsVersion"
        ),
        "Microsoft.Search/searchServices": ServicePlaces(rules: "networkRuleSet"),
    ]
}
