import Topology

/// Databases and caches: who may reach them.
extension ServiceCheck {
    static let databases: [ServiceCheck] = [
        ServiceCheck(
            "PN-01",
            "sql-mi-public-endpoint",
            "SQL managed instances have no public endpoint",
            "Microsoft.Sql/managedInstances",
            test: .anyOf([
                .flag("publicDataEndpointEnabled", false, [.good("false", since: "2018-06-01-preview")])
            ]),
            fault: "answers on port 3342 of a public address",
            severity: .high,
            why:
                "The instance stands in your subnet; its public endpoint is a second way in that passes the firewall by.",
            fix: "Switch the public endpoint off and reach the instance by its private name.",
            command: "az sql mi update -g GROUP -n INSTANCE --public-data-endpoint-enabled false",
            documentation: "azure-sql/managed-instance/public-endpoint-overview"
        ),
        ServiceCheck(
            "PN-02",
            "postgresql-public-access",
            "PostgreSQL flexible servers admit no wide public ranges",
            "Microsoft.DBforPostgreSQL/flexibleServers",
            test: .ranges(
                ServiceRanges(
                    access: "network.publicNetworkAccess",
                    subnet: "network.delegatedSubnetResourceId"
                )
            ),
            fault: openToAll,
            severity: .high,
            why: databaseWhy,
            fix: databaseFix,
            command: "az postgres flexible-server update -g GROUP -n SERVER --public-access Disabled",
            documentation: "postgresql/flexible-server/concepts-networking-public"
        ),
        ServiceCheck(
            "PN-03",
            "postgresql-single-public-access",
            "PostgreSQL single servers admit no wide public ranges",
            "Microsoft.DBforPostgreSQL/servers",
            test: .ranges(ServiceRanges()),
            fault: openToAll,
            severity: .high,
            why: databaseWhy,
            fix: databaseFix,
            command: "az postgres server update -g GROUP -n SERVER --public-network-access Disabled",
            documentation: "postgresql/single-server/concepts-firewall-rules"
        ),
        ServiceCheck(
            "PN-04",
            "mysql-public-access",
            "MySQL flexible servers admit no wide public ranges",
            "Microsoft.DBforMySQL/flexibleServers",
            test: .ranges(
                ServiceRanges(
                    access: "network.publicNetworkAccess",
                    subnet: "network.delegatedSubnetResourceId"
                )
            ),
            fault: openToAll,
            severity: .high,
            why: databaseWhy,
            fix: databaseFix,
            command: "az mysql flexible-server update -g GROUP -n SERVER --public-access Disabled",
            documentation: "mysql/flexible-server/concepts-networking-public"
        ),
        ServiceCheck(
            "PN-05",
            "mysql-single-public-access",
            "MySQL single servers admit no wide public ranges",
            "Microsoft.DBforMySQL/servers",
            test: .ranges(ServiceRanges()),
            fault: openToAll,
            severity: .high,
            why: databaseWhy,
            fix: databaseFix,
            command: "az mysql server update -g GROUP -n SERVER --public-network-access Disabled",
            documentation: "mysql/single-server/concepts-firewall-rules"
        ),
        ServiceCheck(
            "PN-06",
            "mariadb-public-access",
            "MariaDB servers admit no wide public ranges",
            "Microsoft.DBforMariaDB/servers",
            test: .ranges(ServiceRanges()),
            fault: openToAll,
            severity: .high,
            why: databaseWhy,
            fix: databaseFix,
            command: "az mariadb server update -g GROUP -n SERVER --public-network-access Disabled",
            documentation: "mariadb/concepts-firewall-rules"
        ),
        ServiceCheck(
            "PN-07",
            "redis-public-access",
            "Redis caches admit no wide public ranges",
            "Microsoft.Cache/redis",
            test: .ranges(
                ServiceRanges(subnet: "subnetId", ends: ("startIP", "endIP"), isOpenWithoutRules: true)
            ),
            fault: openToAll,
            severity: .high,
            why: "A cache holds sessions and tokens in clear, and one access key opens all of it.",
            fix: "Switch public network access off and reach the cache by a private endpoint.",
            command: "az redis update -g GROUP -n CACHE --set publicNetworkAccess=Disabled",
            documentation: "azure-cache-for-redis/cache-private-link"
        ),
        ServiceCheck(
            "PN-08",
            "redis-enterprise-public-access",
            "Managed and enterprise Redis refuse the public network",
            "Microsoft.Cache/redisEnterprise",
            test: .anyOf([.refusesPublicNetwork]),
            fault: openToAll,
            severity: .high,
            why: "A cache holds sessions and tokens in clear, and one access key opens all of it.",
            fix: "Switch public network access off and reach the cache by a private endpoint.",
            command: "az redisenterprise update -g GROUP -n CACHE --public-network-access Disabled",
            documentation: "azure-cache-for-redis/managed-redis/managed-redis-private-link"
        ),
    ]

    static let openToAll = "answers the whole internet"

    private static let databaseWhy =
        "A database that answers everybody is protected by passwords alone, which are tried day and night."
    private static let databaseFix =
        "Switch public access off and use a private endpoint or a subnet, or delete the rules that admit more than your own sites."
}
