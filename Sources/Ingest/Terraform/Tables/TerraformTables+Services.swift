extension TerraformTables {
    /// Storage, vaults, apps, registries, messaging and other services.
    static let services = """
        fragment storage_rules
            default_action                      networkAcls.defaultAction
            bypass                              networkAcls.bypass join
            ip_rules[]                          networkAcls.ipRules[].value
            virtual_network_subnet_ids[]        networkAcls.virtualNetworkRules[].id
            private_link_access[]               networkAcls.resourceAccessRules[]
                endpoint_resource_id            resourceId
                endpoint_tenant_id              tenantId
        azurerm_storage_account Microsoft.Storage/storageAccounts
            account_kind                        /kind
            {account_tier}_{account_replication_type} /sku.name
            +public_access
            min_tls_version                     minimumTlsVersion
            https_traffic_only_enabled|enable_https_traffic_only supportsHttpsTrafficOnly
            allow_nested_items_to_be_public|allow_blob_public_access allowBlobPublicAccess
            shared_access_key_enabled           allowSharedKeyAccess
            is_hns_enabled                      isHnsEnabled
            sftp_enabled                        isSftpEnabled
            network_rules.default_action        networkAcls.defaultAction
            network_rules.bypass                networkAcls.bypass join
            network_rules.ip_rules[]            networkAcls.ipRules[].value
            network_rules.virtual_network_subnet_ids[] networkAcls.virtualNetworkRules[].id
            network_rules.private_link_access[] networkAcls.resourceAccessRules[]
                endpoint_resource_id            resourceId
                endpoint_tenant_id              tenantId
        azurerm_storage_account_network_rules - into=storage_account_id
            +storage_rules
        fragment vault_policy
            tenant_id                           tenantId
            object_id                           objectId
            secret_permissions                  permissions.secrets
            key_permissions                     permissions.keys
            certificate_permissions             permissions.certificates
        azurerm_key_vault Microsoft.KeyVault/vaults
            sku_name                            sku.name
            vault_uri                           vaultUri known
            +public_access
            purge_protection_enabled            enablePurgeProtection
            soft_delete_enabled                 enableSoftDelete
            rbac_authorization_enabled|enable_rbac_authorization enableRbacAuthorization
            network_acls.default_action         networkAcls.defaultAction
            network_acls.bypass                 networkAcls.bypass
            network_acls.ip_rules[]             networkAcls.ipRules[].value
            network_acls.virtual_network_subnet_ids[] networkAcls.virtualNetworkRules[].id
            access_policy[]                     accessPolicies[]
                +vault_policy
        azurerm_key_vault_access_policy - into=key_vault_id
            .[]                                 accessPolicies[+]
                +vault_policy
        fragment restriction
            name                                name
            priority                            priority
            action                              action
            ip_address                          ipAddress
            service_tag                         ipAddress
            'ServiceTag'                        tag if:service_tag
            virtual_network_subnet_id           vnetSubnetResourceId
            headers.x_azure_fdid                headers.x-azure-fdid
        fragment site
            service_plan_id|app_service_plan_id serverFarmId
            https_only                          httpsOnly
            +public_access
            virtual_network_subnet_id           virtualNetworkSubnetId
            client_certificate_enabled|client_cert_enabled clientCertEnabled
            enabled                             state true=Running false=Stopped
            default_hostname|default_site_hostname hostNames[] known
            site_config.minimum_tls_version|site_config.min_tls_version siteConfig.minTlsVersion
            site_config.scm_minimum_tls_version|site_config.scm_min_tls_version siteConfig.scmMinTlsVersion
            site_config.ftps_state              siteConfig.ftpsState
            site_config.remote_debugging_enabled siteConfig.remoteDebuggingEnabled
            site_config.vnet_route_all_enabled  siteConfig.vnetRouteAllEnabled
            site_config.ip_restriction_default_action siteConfig.ipSecurityRestrictionsDefaultAction
            site_config.ip_restriction[]        siteConfig.ipSecurityRestrictions[]
                +restriction
            site_config.scm_use_main_ip_restriction|site_config.scm_ip_security_restrictions_use_main siteConfig.scmIpSecurityRestrictionsUseMain
            site_config.scm_ip_restriction_default_action siteConfig.scmIpSecurityRestrictionsDefaultAction
            site_config.scm_ip_restriction[]    siteConfig.scmIpSecurityRestrictions[]
                +restriction
        azurerm_linux_web_app Microsoft.Web/sites
            'app,linux'                         /kind
            +site
        azurerm_windows_web_app,azurerm_app_service Microsoft.Web/sites
            'app'                               /kind
            +site
        azurerm_linux_function_app Microsoft.Web/sites
            'functionapp,linux'                 /kind
            +site
        azurerm_windows_function_app,azurerm_function_app,azurerm_function_app_flex_consumption Microsoft.Web/sites
            'functionapp'                       /kind
            +site
        azurerm_logic_app_standard Microsoft.Web/sites
            'functionapp,workflowapp'           /kind
            +site
        azurerm_linux_web_app_slot,azurerm_windows_web_app_slot,azurerm_app_service_slot Microsoft.Web/sites/slots in=app_service_id|app_service_name
            +site
        azurerm_linux_function_app_slot,azurerm_windows_function_app_slot,azurerm_function_app_slot Microsoft.Web/sites/slots in=function_app_id|function_app_name
            +site
        azurerm_app_service_virtual_network_swift_connection - into=app_service_id
            subnet_id                           virtualNetworkSubnetId
        azurerm_service_plan,azurerm_app_service_plan Microsoft.Web/serverFarms
            sku_name                            /sku.name
            sku.size                            /sku.name
            sku.tier                            /sku.tier
            app_service_environment_id          hostingEnvironmentProfile.id
        azurerm_app_service_environment,azurerm_app_service_environment_v3 Microsoft.Web/hostingEnvironments
            subnet_id                           virtualNetwork.id
            internal_load_balancing_mode        internalLoadBalancingMode
        azurerm_container_registry Microsoft.ContainerRegistry/registries
            sku                                 /sku.name
            login_server                        loginServer known
            admin_enabled                       adminUserEnabled
            anonymous_pull_enabled              anonymousPullEnabled
            +public_access
            network_rule_bypass_option          networkRuleBypassOptions
            network_rule_set.default_action     networkRuleSet.defaultAction
            network_rule_set.ip_rule[]          networkRuleSet.ipRules[]
                ip_range                        value
                action                          action
        fragment subnet_rule
            subnet_id                           subnet.id
        azurerm_eventhub_namespace Microsoft.EventHub/namespaces
            sku                                 /sku.name
            !local_authentication_enabled       disableLocalAuth
            minimum_tls_version                 minimumTlsVersion
            +public_access
            network_rulesets[]                  >networkRuleSets/default
                default_action                  defaultAction
                +public_access
                trusted_service_access_enabled  trustedServiceAccessEnabled
                ip_rule[]                       ipRules[]
                    ip_mask                     ipMask
                    action                      action
                virtual_network_rule[]          virtualNetworkRules[]
                    +subnet_rule
        fragment bus_rules
            default_action                      defaultAction
            +public_access
            trusted_services_allowed            trustedServiceAccessEnabled
            ip_rules[]                          ipRules[].ipMask
            network_rules[]                     virtualNetworkRules[]
                +subnet_rule
        azurerm_servicebus_namespace Microsoft.ServiceBus/namespaces
            sku                                 /sku.name
            !local_auth_enabled                 disableLocalAuth
            minimum_tls_version                 minimumTlsVersion
            +public_access
            network_rule_set[]                  >networkRuleSets/default
                +bus_rules
        azurerm_servicebus_namespace_network_rule_set Microsoft.ServiceBus/namespaces/networkRuleSets in=namespace_id|namespace_name name='default'
            +bus_rules
        azurerm_servicebus_queue Microsoft.ServiceBus/namespaces/queues in=namespace_id|namespace_name
        azurerm_servicebus_topic Microsoft.ServiceBus/namespaces/topics in=namespace_id|namespace_name
        azurerm_eventhub Microsoft.EventHub/namespaces/eventhubs in=namespace_id|namespace_name
        fragment event_grid
            !local_auth_enabled                 disableLocalAuth
            +public_access
            inbound_ip_rule[]                   inboundIpRules[]
                ip_mask                         ipMask
                action                          action
        azurerm_eventgrid_topic Microsoft.EventGrid/topics
            +event_grid
        azurerm_eventgrid_domain Microsoft.EventGrid/domains
            +event_grid
        azurerm_eventgrid_namespace Microsoft.EventGrid/namespaces
            +event_grid
        azurerm_iothub Microsoft.Devices/IotHubs
            sku.name                            /sku.name
            +public_access
            min_tls_version                     minTlsVersion
            network_rule_set.default_action     networkRuleSets.defaultAction
            network_rule_set.ip_rule[]          networkRuleSets.ipRules[]
                name                            filterName
                ip_mask                         ipMask
                action                          action
        azurerm_search_service Microsoft.Search/searchServices
            sku                                 /sku.name
            +public_access
            !local_authentication_enabled       disableLocalAuth
            allowed_ips[]                       networkRuleSet.ipRules[].value
        azurerm_cognitive_account,azurerm_ai_services Microsoft.CognitiveServices/accounts
            kind                                /kind
            sku_name                            /sku.name
            +public_access
            !local_auth_enabled|local_authentication_enabled disableLocalAuth
            outbound_network_access_restricted  restrictOutboundNetworkAccess
            network_acls.default_action         networkAcls.defaultAction
            network_acls.bypass                 networkAcls.bypass
            network_acls.ip_rules[]             networkAcls.ipRules[].value
            network_acls.virtual_network_rules[] networkAcls.virtualNetworkRules[]
                subnet_id                       id
        azurerm_log_analytics_workspace Microsoft.OperationalInsights/workspaces
            retention_in_days                   retentionInDays
            internet_ingestion_enabled          publicNetworkAccessForIngestion true=Enabled false=Disabled
            internet_query_enabled              publicNetworkAccessForQuery true=Enabled false=Disabled
        """
}
