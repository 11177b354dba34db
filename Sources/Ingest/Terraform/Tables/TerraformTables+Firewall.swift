extension TerraformTables {
    /// Azure Firewall, classic and with policies, and groups of addresses.
    static let firewall = """
        fragment firewall_address
            name                                /name
            {$id}/azureFirewallIpConfigurations/{name} /id
            subnet_id                           subnet.id
            public_ip_address_id                publicIPAddress.id
            private_ip_address                  privateIPAddress
        fragment firewall_addresses
            source_addresses                    sourceAddresses
            source_ip_groups                    sourceIpGroups
            destination_addresses               destinationAddresses
            destination_ip_groups               destinationIpGroups
            destination_ports                   destinationPorts
        fragment firewall_collection
            name                                name
            priority                            priority
            action                              action.type Dnat=DNAT
        fragment firewall_translation
            translated_address                  translatedAddress
            translated_fqdn                     translatedFqdn
            translated_port                     translatedPort
        azurerm_firewall Microsoft.Network/azureFirewalls
            sku_name                            sku.name
            sku_tier                            sku.tier
            firewall_policy_id                  firewallPolicy.id
            threat_intel_mode                   threatIntelMode
            virtual_hub.virtual_hub_id          virtualHub.id
            virtual_hub.private_ip_address      hubIPAddresses.privateIPAddress
            virtual_hub.public_ip_addresses[]   hubIPAddresses.publicIPs.addresses[].address
            ip_configuration[]                  ipConfigurations[].properties
                +firewall_address
            management_ip_configuration.name    managementIpConfiguration.name
            management_ip_configuration.subnet_id managementIpConfiguration.properties.subnet.id
            management_ip_configuration.public_ip_address_id managementIpConfiguration.properties.publicIPAddress.id
        azurerm_firewall_policy Microsoft.Network/firewallPolicies
            sku                                 sku.tier
            base_policy_id                      basePolicy.id
            threat_intelligence_mode            threatIntelMode
            threat_intelligence_allowlist.ip_addresses threatIntelWhitelist.ipAddresses
            threat_intelligence_allowlist.fqdns threatIntelWhitelist.fqdns
            private_ip_ranges                   snat.privateRanges
            auto_learn_private_ranges_enabled   snat.autoLearnPrivateRanges true=Enabled false=Disabled
            dns.proxy_enabled                   dnsSettings.enableProxy
            dns.servers                         dnsSettings.servers
            sql_redirect_allowed                sql.allowSqlRedirect
            intrusion_detection.mode            intrusionDetection.mode
            intrusion_detection.private_ranges  intrusionDetection.configuration.privateRanges
            intrusion_detection.signature_overrides[] intrusionDetection.configuration.signatureOverrides[]
                id                              id
                state                           mode
            intrusion_detection.traffic_bypass[] intrusionDetection.configuration.bypassTrafficSettings[]
                name                            name
                protocol                        protocol
                +firewall_addresses
            tls_certificate.key_vault_secret_id transportSecurity.certificateAuthority.keyVaultSecretId
            tls_certificate.name                transportSecurity.certificateAuthority.name
            insights.enabled                    insights.isEnabled
        azurerm_firewall_policy_rule_collection_group Microsoft.Network/firewallPolicies/ruleCollectionGroups in=firewall_policy_id
            priority                            priority
            application_rule_collection[]       ruleCollections[+]
                'FirewallPolicyFilterRuleCollection' ruleCollectionType
                +firewall_collection
                rule[]                          rules[]
                    'ApplicationRule'           ruleType
                    name                        name
                    +firewall_addresses
                    destination_fqdns           targetFqdns
                    destination_urls            targetUrls
                    destination_fqdn_tags       fqdnTags
                    web_categories              webCategories
                    terminate_tls               terminateTLS
                    protocols[]                 protocols[]
                        type                    protocolType
                        port                    port
            network_rule_collection[]           ruleCollections[+]
                'FirewallPolicyFilterRuleCollection' ruleCollectionType
                +firewall_collection
                rule[]                          rules[]
                    'NetworkRule'               ruleType
                    name                        name
                    protocols                   ipProtocols
                    +firewall_addresses
                    destination_fqdns           destinationFqdns
            nat_rule_collection[]               ruleCollections[+]
                'FirewallPolicyNatRuleCollection' ruleCollectionType
                +firewall_collection
                rule[]                          rules[]
                    'NatRule'                   ruleType
                    name                        name
                    protocols                   ipProtocols
                    destination_address         destinationAddresses[]
                    +firewall_addresses
                    +firewall_translation
        azurerm_firewall_network_rule_collection Microsoft.Network/azureFirewalls/networkRuleCollections part=azure_firewall_name
            priority                            priority
            action                              action.type
            rule[]                              rules[]
                name                            name
                protocols                       protocols
                +firewall_addresses
                destination_fqdns               destinationFqdns
        azurerm_firewall_application_rule_collection Microsoft.Network/azureFirewalls/applicationRuleCollections part=azure_firewall_name
            priority                            priority
            action                              action.type
            rule[]                              rules[]
                name                            name
                +firewall_addresses
                target_fqdns                    targetFqdns
                fqdn_tags                       fqdnTags
                protocol[]                      protocols[]
                    type                        protocolType
                    port                        port
        azurerm_firewall_nat_rule_collection Microsoft.Network/azureFirewalls/natRuleCollections part=azure_firewall_name
            priority                            priority
            action                              action.type
            rule[]                              rules[]
                name                            name
                protocols                       protocols
                +firewall_addresses
                +firewall_translation
        azurerm_ip_group Microsoft.Network/ipGroups
            cidrs                               ipAddresses
        azurerm_ip_group_cidr - into=ip_group_id
            cidr                                ipAddresses[+]
        """
}
