extension TerraformTables {
    /// Application Gateway, Front Door, their web application firewalls.
    static let applicationDelivery = """
        fragment tls_policy
            ssl_policy.policy_type              sslPolicy.policyType
            ssl_policy.policy_name              sslPolicy.policyName
            ssl_policy.min_protocol_version     sslPolicy.minProtocolVersion
            ssl_policy.cipher_suites            sslPolicy.cipherSuites
            ssl_policy.disabled_protocols       sslPolicy.disabledSslProtocols
        azurerm_application_gateway Microsoft.Network/applicationGateways
            sku.name                            sku.name
            sku.tier                            sku.tier
            sku.capacity                        sku.capacity
            autoscale_configuration.min_capacity autoscaleConfiguration.minCapacity
            autoscale_configuration.max_capacity autoscaleConfiguration.maxCapacity
            http2_enabled|enable_http2          enableHttp2
            fips_enabled                        enableFips
            firewall_policy_id                  firewallPolicy.id
            gateway_ip_configuration[]          gatewayIPConfigurations[].properties
                name                            /name
                subnet_id                       subnet.id
            frontend_ip_configuration[]         frontendIPConfigurations[].properties
                name                            /name
                {$id}/frontendIPConfigurations/{name} /id
                subnet_id                       subnet.id
                private_ip_address              privateIPAddress
                private_ip_address_allocation   privateIPAllocationMethod
                public_ip_address_id            publicIPAddress.id
            frontend_port[]                     frontendPorts[].properties
                name                            /name
                {$id}/frontendPorts/{name}      /id
                port                            port
            backend_address_pool[]              backendAddressPools[].properties
                name                            /name
                {$id}/backendAddressPools/{name} /id
                fqdns[]                         backendAddresses[+].fqdn
                ip_addresses[]                  backendAddresses[+].ipAddress
            backend_http_settings[]             backendHttpSettingsCollection[].properties
                name                            /name
                {$id}/backendHttpSettingsCollection/{name} /id
                protocol                        protocol
                port                            port
                host_name                       hostName
                path                            path
                pick_host_name_from_backend_address pickHostNameFromBackendAddress
                trusted_root_certificate_names[] trustedRootCertificates[].id as:{$id}/trustedRootCertificates/{.}
                authentication_certificate[]    authenticationCertificates[]
                    {$id}/authenticationCertificates/{name} id
            http_listener[]                     httpListeners[].properties
                name                            /name
                {$id}/httpListeners/{name}      /id
                {$id}/frontendIPConfigurations/{frontend_ip_configuration_name} frontendIPConfiguration.id
                {$id}/frontendPorts/{frontend_port_name} frontendPort.id
                {$id}/sslCertificates/{ssl_certificate_name} sslCertificate.id
                {$id}/sslProfiles/{ssl_profile_name} sslProfile.id
                protocol                        protocol
                host_name                       hostName
                host_names                      hostNames
                require_sni                     requireServerNameIndication
                firewall_policy_id              firewallPolicy.id
            request_routing_rule[]              requestRoutingRules[].properties
                name                            /name
                rule_type                       ruleType
                priority                        priority
                {$id}/httpListeners/{http_listener_name} httpListener.id
                {$id}/backendAddressPools/{backend_address_pool_name} backendAddressPool.id
                {$id}/backendHttpSettingsCollection/{backend_http_settings_name} backendHttpSettings.id
                {$id}/redirectConfigurations/{redirect_configuration_name} redirectConfiguration.id
                {$id}/urlPathMaps/{url_path_map_name} urlPathMap.id
            redirect_configuration[]            redirectConfigurations[].properties
                name                            /name
                {$id}/redirectConfigurations/{name} /id
                redirect_type                   redirectType
                {$id}/httpListeners/{target_listener_name} targetListener.id
                target_url                      targetUrl
            url_path_map[]                      urlPathMaps[].properties
                name                            /name
                {$id}/urlPathMaps/{name}        /id
                {$id}/backendAddressPools/{default_backend_address_pool_name} defaultBackendAddressPool.id
                {$id}/backendHttpSettingsCollection/{default_backend_http_settings_name} defaultBackendHttpSettings.id
                path_rule[]                     pathRules[].properties
                    name                        /name
                    paths                       paths
                    {$id}/backendAddressPools/{backend_address_pool_name} backendAddressPool.id
                    {$id}/backendHttpSettingsCollection/{backend_http_settings_name} backendHttpSettings.id
                    firewall_policy_id          firewallPolicy.id
            ssl_certificate[]                   sslCertificates[].properties
                name                            /name
                {$id}/sslCertificates/{name}    /id
                key_vault_secret_id             keyVaultSecretId
            trusted_root_certificate[]          trustedRootCertificates[]
                name                            name
                {$id}/trustedRootCertificates/{name} id
            trusted_client_certificate[]        trustedClientCertificates[]
                name                            name
                {$id}/trustedClientCertificates/{name} id
            +tls_policy
            ssl_profile[]                       sslProfiles[].properties
                name                            /name
                {$id}/sslProfiles/{name}        /id
                +tls_policy
                verify_client_cert_issuer_dn|verify_client_certificate_issuer_dn clientAuthConfiguration.verifyClientCertIssuerDN
                verify_client_certificate_revocation clientAuthConfiguration.verifyClientRevocation
                trusted_client_certificate_names[] trustedClientCertificates[].id as:{$id}/trustedClientCertificates/{.}
            waf_configuration.enabled           webApplicationFirewallConfiguration.enabled
            waf_configuration.firewall_mode     webApplicationFirewallConfiguration.firewallMode
            waf_configuration.rule_set_type     webApplicationFirewallConfiguration.ruleSetType
            waf_configuration.rule_set_version  webApplicationFirewallConfiguration.ruleSetVersion
            waf_configuration.request_body_check webApplicationFirewallConfiguration.requestBodyCheck
            private_link_configuration[]        privateLinkConfigurations[].properties
                name                            /name
        azurerm_web_application_firewall_policy Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies
            policy_settings.enabled             policySettings.state true=Enabled false=Disabled
            policy_settings.mode                policySettings.mode
            policy_settings.request_body_check  policySettings.requestBodyCheck
            managed_rules.managed_rule_set[]    managedRules.managedRuleSets[]
                type                            ruleSetType
                version                         ruleSetVersion
                rule_group_override[]           ruleGroupOverrides[]
                    rule_group_name             ruleGroupName
                    rule[]                      rules[]
                        id                      ruleId
                        enabled                 state true=Enabled false=Disabled
                        action                  action
            managed_rules.exclusion[]           managedRules.exclusions[]
                match_variable                  matchVariable
                selector                        selector
                selector_match_operator         selectorMatchOperator
            custom_rules[]                      customRules[]
                name                            name
                priority                        priority
                rule_type                       ruleType
                action                          action
                enabled                         state true=Enabled false=Disabled
                rate_limit_threshold            rateLimitThreshold
        azurerm_cdn_frontdoor_firewall_policy,azurerm_frontdoor_firewall_policy Microsoft.Network/FrontDoorWebApplicationFirewallPolicies
            sku_name                            /sku.name
            enabled                             policySettings.enabledState true=Enabled false=Disabled
            mode                                policySettings.mode
            request_body_check_enabled          policySettings.requestBodyCheck true=Enabled false=Disabled
            managed_rule[]                      managedRules.managedRuleSets[]
                type                            ruleSetType
                version                         ruleSetVersion
                action                          ruleSetAction
                exclusion[]                     exclusions[]
                    match_variable              matchVariable
                    selector                    selector
                    operator                    selectorMatchOperator
                override[]                      ruleGroupOverrides[]
                    rule_group_name             ruleGroupName
                    rule[]                      rules[]
                        rule_id                 ruleId
                        enabled                 enabledState true=Enabled false=Disabled
                        action                  action
            custom_rule[]                       customRules.rules[]
                name                            name
                priority                        priority
                type                            ruleType
                action                          action
                enabled                         enabledState true=Enabled false=Disabled
                rate_limit_threshold            rateLimitThreshold
        azurerm_cdn_frontdoor_profile Microsoft.Cdn/profiles
            sku_name                            /sku.name
            response_timeout_seconds            originResponseTimeoutSeconds
            resource_guid                       frontDoorId known
        azurerm_cdn_profile Microsoft.Cdn/profiles
            sku                                 /sku.name
        azurerm_cdn_frontdoor_endpoint Microsoft.Cdn/profiles/afdEndpoints in=cdn_frontdoor_profile_id
            enabled                             enabledState true=Enabled false=Disabled
            host_name                           hostName
        azurerm_cdn_frontdoor_origin_group Microsoft.Cdn/profiles/originGroups in=cdn_frontdoor_profile_id
            health_probe.protocol               healthProbeSettings.probeProtocol
            health_probe.path                   healthProbeSettings.probePath
        azurerm_cdn_frontdoor_origin Microsoft.Cdn/profiles/originGroups/origins in=cdn_frontdoor_origin_group_id
            host_name                           hostName
            origin_host_header                  originHostHeader
            enabled                             enabledState true=Enabled false=Disabled
            certificate_name_check_enabled      enforceCertificateNameCheck
            http_port                           httpPort
            https_port                          httpsPort
            private_link.private_link_target_id sharedPrivateLinkResource.privateLink.id
            private_link.location               sharedPrivateLinkResource.privateLinkLocation
            private_link.target_type            sharedPrivateLinkResource.groupId
        azurerm_cdn_frontdoor_route Microsoft.Cdn/profiles/afdEndpoints/routes in=cdn_frontdoor_endpoint_id
            enabled                             enabledState true=Enabled false=Disabled
            supported_protocols                 supportedProtocols
            https_redirect_enabled              httpsRedirect true=Enabled false=Disabled
            forwarding_protocol                 forwardingProtocol
            cdn_frontdoor_origin_group_id       originGroup.id
            cdn_frontdoor_custom_domain_ids[]   customDomains[].id
            cdn_frontdoor_rule_set_ids[]        ruleSets[].id
            patterns_to_match                   patternsToMatch
            link_to_default_domain              linkToDefaultDomain true=Enabled false=Disabled
        azurerm_cdn_frontdoor_custom_domain Microsoft.Cdn/profiles/customDomains in=cdn_frontdoor_profile_id
            host_name                           hostName
            tls.certificate_type                tlsSettings.certificateType
            tls.minimum_tls_version|tls.minimum_version tlsSettings.minimumTlsVersion
            dns_zone_id                         azureDnsZone.id
        azurerm_cdn_frontdoor_rule_set Microsoft.Cdn/profiles/ruleSets in=cdn_frontdoor_profile_id
        azurerm_cdn_frontdoor_security_policy Microsoft.Cdn/profiles/securityPolicies in=cdn_frontdoor_profile_id
            'WebApplicationFirewall'            parameters.type
            security_policies.firewall.cdn_frontdoor_firewall_policy_id parameters.wafPolicy.id
            security_policies.firewall.association[] parameters.associations[]
                domain[]                        domains[]
                    cdn_frontdoor_domain_id     id
                patterns_to_match               patternsToMatch
        azurerm_frontdoor Microsoft.Network/frontDoors
            load_balancer_enabled               enabledState true=Enabled false=Disabled
            frontend_endpoint[]                 frontendEndpoints[].properties
                name                            /name
                {$id}/frontendEndpoints/{name}  /id
                host_name                       hostName
                web_application_firewall_policy_link_id webApplicationFirewallPolicyLink.id
            backend_pool[]                      backendPools[].properties
                name                            /name
                {$id}/backendPools/{name}       /id
                backend[]                       backends[]
                    address                     address
                    enabled                     enabledState true=Enabled false=Disabled
            routing_rule[]                      routingRules[].properties
                name                            /name
                frontend_endpoints[]            frontendEndpoints[].id as:{$id}/frontendEndpoints/{.}
                accepted_protocols              acceptedProtocols
                patterns_to_match               patternsToMatch
                enabled                         enabledState true=Enabled false=Disabled
                forwarding_configuration.forwarding_protocol routeConfiguration.forwardingProtocol
                redirect_configuration.redirect_protocol routeConfiguration.redirectProtocol
        azurerm_frontdoor_custom_https_configuration - into=frontend_endpoint_id
            custom_https_configuration.minimum_tls_version customHttpsConfiguration.minimumTlsVersion
        azurerm_api_management Microsoft.ApiManagement/service
            sku_name                            /sku.name before:_
            virtual_network_type                virtualNetworkType
            virtual_network_configuration.subnet_id virtualNetworkConfiguration.subnetResourceId
            gateway_url                         gatewayUrl known
            +public_access
        """
}
