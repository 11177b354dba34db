extension TerraformTables {
    /// Databases and caches.
    static let databases = """
        fragment range
            start_ip_address                    startIpAddress
            end_ip_address                      endIpAddress
        fragment subnet_access
            subnet_id                           virtualNetworkSubnetId
            ignore_missing_vnet_service_endpoint ignoreMissingVnetServiceEndpoint
        azurerm_mssql_server,azurerm_sql_server Microsoft.Sql/servers
            version                             version
            +public_access
            minimum_tls_version                 minimalTlsVersion
            outbound_network_restriction_enabled restrictOutboundNetworkAccess true=Enabled false=Disabled
            fully_qualified_domain_name         fullyQualifiedDomainName known
            azuread_administrator.azuread_authentication_only administrators.azureADOnlyAuthentication
        azurerm_mssql_database Microsoft.Sql/servers/databases in=server_id
            sku_name                            /sku.name
        azurerm_mssql_firewall_rule,azurerm_sql_firewall_rule Microsoft.Sql/servers/firewallRules in=server_id|server_name
            +range
        azurerm_mssql_virtual_network_rule,azurerm_sql_virtual_network_rule Microsoft.Sql/servers/virtualNetworkRules in=server_id|server_name
            +subnet_access
        azurerm_mssql_managed_instance,azurerm_sql_managed_instance Microsoft.Sql/managedInstances
            subnet_id                           subnetId
            public_data_endpoint_enabled        publicDataEndpointEnabled
            proxy_override                      proxyOverride
            minimum_tls_version                 minimalTlsVersion
        azurerm_cosmosdb_account Microsoft.DocumentDB/databaseAccounts
            kind                                /kind
            +public_access
            is_virtual_network_filter_enabled   isVirtualNetworkFilterEnabled
            ip_range_filter[]                   ipRules[].ipAddressOrRange
            virtual_network_rule[]              virtualNetworkRules[]
                id                              id
            !local_authentication_enabled       disableLocalAuth
            local_authentication_disabled       disableLocalAuth
            minimal_tls_version                 minimalTlsVersion
            network_acl_bypass_for_azure_services networkAclBypass true=AzureServices false=None
        azurerm_postgresql_flexible_server Microsoft.DBforPostgreSQL/flexibleServers
            version                             version
            public_network_access_enabled       network.publicNetworkAccess true=Enabled false=Disabled
            public_network_access_enabled       publicNetworkAccess true=Enabled false=Disabled
            delegated_subnet_id                 network.delegatedSubnetResourceId
            private_dns_zone_id                 network.privateDnsZoneArmResourceId
        azurerm_postgresql_flexible_server_firewall_rule Microsoft.DBforPostgreSQL/flexibleServers/firewallRules in=server_id
            +range
        azurerm_postgresql_server Microsoft.DBforPostgreSQL/servers
            version                             version
            +public_access
            ssl_enforcement_enabled|ssl_enforcement sslEnforcement true=Enabled false=Disabled
            ssl_minimal_tls_version_enforced    minimalTlsVersion
        azurerm_postgresql_firewall_rule Microsoft.DBforPostgreSQL/servers/firewallRules in=server_name
            +range
        azurerm_postgresql_virtual_network_rule Microsoft.DBforPostgreSQL/servers/virtualNetworkRules in=server_name
            +subnet_access
        azurerm_postgresql_configuration Microsoft.DBforPostgreSQL/servers/configurations in=server_name
            value                               value
        azurerm_postgresql_flexible_server_configuration Microsoft.DBforPostgreSQL/flexibleServers/configurations in=server_id
            value                               value
        azurerm_mysql_flexible_server Microsoft.DBforMySQL/flexibleServers
            version                             version
            public_network_access               network.publicNetworkAccess
            public_network_access_enabled       network.publicNetworkAccess true=Enabled false=Disabled
            +public_access
            delegated_subnet_id                 network.delegatedSubnetResourceId
            private_dns_zone_id                 network.privateDnsZoneResourceId
        azurerm_mysql_flexible_server_firewall_rule Microsoft.DBforMySQL/flexibleServers/firewallRules in=server_name
            +range
        azurerm_mysql_flexible_server_configuration Microsoft.DBforMySQL/flexibleServers/configurations in=server_name
            value                               value
        azurerm_mysql_server Microsoft.DBforMySQL/servers
            version                             version
            +public_access
            ssl_enforcement_enabled             sslEnforcement true=Enabled false=Disabled
            ssl_minimal_tls_version_enforced    minimalTlsVersion
        azurerm_mysql_firewall_rule Microsoft.DBforMySQL/servers/firewallRules in=server_name
            +range
        azurerm_mysql_virtual_network_rule Microsoft.DBforMySQL/servers/virtualNetworkRules in=server_name
            +subnet_access
        azurerm_redis_cache Microsoft.Cache/redis
            sku_name                            sku.name
            family                              sku.family
            capacity                            sku.capacity
            subnet_id                           subnetId
            minimum_tls_version                 minimumTlsVersion
            non_ssl_port_enabled|enable_non_ssl_port enableNonSslPort
            +public_access
        azurerm_redis_firewall_rule Microsoft.Cache/redis/firewallRules in=redis_cache_name
            start_ip                            startIP
            end_ip                              endIP
        azurerm_redis_enterprise_cluster,azurerm_managed_redis Microsoft.Cache/redisEnterprise
            sku_name                            /sku.name
            minimum_tls_version                 minimumTlsVersion
        """
}
