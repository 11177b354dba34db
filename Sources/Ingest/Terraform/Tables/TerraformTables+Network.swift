extension TerraformTables {
    /// Virtual networks, what filters and routes in them, interfaces and public addresses.
    static let network = """
        fragment connection
            name                                /name
            private_connection_resource_id      privateLinkServiceId
            subresource_names                   groupIds
            request_message                     requestMessage
        fragment subnet
            address_prefixes                    addressPrefixes
            address_prefix                      addressPrefixes[]
            service_endpoints[]                 serviceEndpoints[].service
            service_endpoint_policy_ids[]       serviceEndpointPolicies[].id
            delegation[]                        delegations[].properties
                name                            /name
                service_delegation.name         serviceName
            private_endpoint_network_policies   privateEndpointNetworkPolicies
            private_endpoint_network_policies_enabled privateEndpointNetworkPolicies true=Enabled false=Disabled
            enforce_private_link_endpoint_network_policies privateEndpointNetworkPolicies true=Disabled false=Enabled
            private_link_service_network_policies_enabled privateLinkServiceNetworkPolicies true=Enabled false=Disabled
            enforce_private_link_service_network_policies privateLinkServiceNetworkPolicies true=Disabled false=Enabled
            default_outbound_access_enabled     defaultOutboundAccess
            sharing_scope                       sharingScope
        azurerm_virtual_network Microsoft.Network/virtualNetworks
            address_space                       addressSpace.addressPrefixes
            dns_servers                         dhcpOptions.dnsServers
            ddos_protection_plan.id             ddosProtectionPlan.id
            ddos_protection_plan.enable         enableDdosProtection
            encryption.enforcement              encryption.enabled *=true
            encryption.enforcement              encryption.enforcement
            flow_timeout_in_minutes             flowTimeoutInMinutes
            private_endpoint_vnet_policies      privateEndpointVNetPolicies
            subnet[]                            subnets[].properties
                name                            /name
                {$id}/subnets/{name}            /id
                security_group                  networkSecurityGroup.id
                route_table_id                  routeTable.id
                +subnet
        azurerm_virtual_network_dns_servers - into=virtual_network_id
            dns_servers                         dhcpOptions.dnsServers
        azurerm_subnet Microsoft.Network/virtualNetworks/subnets in=virtual_network_id|virtual_network_name
            network_security_group_id           networkSecurityGroup.id
            route_table_id                      routeTable.id
            +subnet
        azurerm_subnet_network_security_group_association - into=subnet_id
            network_security_group_id           networkSecurityGroup.id
        azurerm_subnet_route_table_association - into=subnet_id
            route_table_id                      routeTable.id
        azurerm_subnet_nat_gateway_association - into=subnet_id
            nat_gateway_id                      natGateway.id
        azurerm_subnet_service_endpoint_storage_policy Microsoft.Network/serviceEndpointPolicies
            definition[]                        serviceEndpointPolicyDefinitions[].properties
                name                            /name
                service                         service
                service_resources               serviceResources
        azurerm_virtual_network_peering Microsoft.Network/virtualNetworks/virtualNetworkPeerings in=virtual_network_id|virtual_network_name
            remote_virtual_network_id           remoteVirtualNetwork.id
            allow_virtual_network_access        allowVirtualNetworkAccess
            allow_forwarded_traffic             allowForwardedTraffic
            allow_gateway_transit               allowGatewayTransit
            use_remote_gateways                 useRemoteGateways
            peer_complete_virtual_networks_enabled peerCompleteVnets
            local_subnet_names                  localSubnetNames
            remote_subnet_names                 remoteSubnetNames
            only_ipv6_peering_enabled           enableOnlyIPv6Peering
        fragment rule
            description                         description
            priority                            priority
            direction                           direction
            access                              access
            protocol                            protocol
            source_address_prefix               sourceAddressPrefix
            source_address_prefixes             sourceAddressPrefixes
            source_application_security_group_ids[] sourceApplicationSecurityGroups[].id
            source_port_range                   sourcePortRange
            source_port_ranges                  sourcePortRanges
            destination_address_prefix          destinationAddressPrefix
            destination_address_prefixes        destinationAddressPrefixes
            destination_application_security_group_ids[] destinationApplicationSecurityGroups[].id
            destination_port_range              destinationPortRange
            destination_port_ranges             destinationPortRanges
        azurerm_network_security_group Microsoft.Network/networkSecurityGroups
            security_rule[]                     securityRules[].properties
                name                            /name
                {$id}/securityRules/{name}      /id
                +rule
        azurerm_network_security_rule Microsoft.Network/networkSecurityGroups/securityRules in=network_security_group_name
            +rule
        azurerm_application_security_group Microsoft.Network/applicationSecurityGroups
        azurerm_network_interface Microsoft.Network/networkInterfaces
            ip_forwarding_enabled|enable_ip_forwarding enableIPForwarding
            accelerated_networking_enabled|enable_accelerated_networking enableAcceleratedNetworking
            dns_servers                         dnsSettings.dnsServers
            network_security_group_id           networkSecurityGroup.id
            virtual_machine_id                  virtualMachine.id known
            ip_configuration[]                  ipConfigurations[].properties
                name                            /name
                {$id}/ipConfigurations/{name}   /id
                subnet_id                       subnet.id
                private_ip_address              privateIPAddress
                private_ip_address_allocation   privateIPAllocationMethod
                private_ip_address_version      privateIPAddressVersion
                public_ip_address_id            publicIPAddress.id
                primary                         primary known
                application_security_group_ids[] applicationSecurityGroups[].id
                load_balancer_backend_address_pools_ids[] loadBalancerBackendAddressPools[].id
                load_balancer_inbound_nat_rules_ids[] loadBalancerInboundNatRules[].id
                gateway_load_balancer_frontend_ip_configuration_id gatewayLoadBalancer.id
        azurerm_network_interface_security_group_association - into=network_interface_id
            network_security_group_id           networkSecurityGroup.id
        azurerm_network_interface_application_security_group_association - into=network_interface_id
            application_security_group_id       ipConfigurations[*].properties.applicationSecurityGroups[+].id
        azurerm_network_interface_backend_address_pool_association - into=network_interface_id
            backend_address_pool_id             ipConfigurations[?ip_configuration_name].properties.loadBalancerBackendAddressPools[+].id
        azurerm_network_interface_nat_rule_association - into=network_interface_id
            nat_rule_id                         ipConfigurations[?ip_configuration_name].properties.loadBalancerInboundNatRules[+].id
        azurerm_network_interface_application_gateway_backend_address_pool_association - into=network_interface_id
            backend_address_pool_id             ipConfigurations[?ip_configuration_name].properties.applicationGatewayBackendAddressPools[+].id
        fragment route
            address_prefix                      addressPrefix
            next_hop_type                       nextHopType
            next_hop_in_ip_address              nextHopIpAddress
        azurerm_route_table Microsoft.Network/routeTables
            !bgp_route_propagation_enabled      disableBgpRoutePropagation
            disable_bgp_route_propagation       disableBgpRoutePropagation
            route[]                             routes[].properties
                name                            /name
                {$id}/routes/{name}             /id
                +route
        azurerm_route Microsoft.Network/routeTables/routes in=route_table_name
            +route
        azurerm_public_ip Microsoft.Network/publicIPAddresses
            sku                                 /sku.name
            sku_tier                            /sku.tier
            ip_address                          ipAddress
            allocation_method                   publicIPAllocationMethod
            public_ip_address_allocation        publicIPAllocationMethod
            ip_version                          publicIPAddressVersion
            public_ip_prefix_id                 publicIPPrefix.id
            domain_name_label                   dnsSettings.domainNameLabel
            fqdn                                dnsSettings.fqdn if:domain_name_label
            ddos_protection_mode                ddosSettings.protectionMode
            ddos_protection_plan_id             ddosSettings.ddosProtectionPlan.id
        azurerm_public_ip_prefix Microsoft.Network/publicIPPrefixes
            sku                                 /sku.name
            ip_prefix                           ipPrefix
            prefix_length                       prefixLength
            ip_version                          publicIPAddressVersion
        azurerm_nat_gateway Microsoft.Network/natGateways
            sku_name                            /sku.name
            idle_timeout_in_minutes             idleTimeoutInMinutes
            public_ip_address_ids[]             publicIpAddresses[].id
            public_ip_prefix_ids[]              publicIpPrefixes[].id
        azurerm_nat_gateway_public_ip_association - into=nat_gateway_id
            public_ip_address_id                publicIpAddresses[+].id
        azurerm_nat_gateway_public_ip_prefix_association - into=nat_gateway_id
            public_ip_prefix_id                 publicIpPrefixes[+].id
        azurerm_private_endpoint Microsoft.Network/privateEndpoints
            subnet_id                           subnet.id
            custom_network_interface_name       customNetworkInterfaceName
            private_service_connection[]        privateLinkServiceConnections[+].properties unless:is_manual_connection
                +connection
                ?'Approved'                     privateLinkServiceConnectionState.status
            private_service_connection[]        manualPrivateLinkServiceConnections[+].properties if:is_manual_connection
                +connection
                ?'Pending'                      privateLinkServiceConnectionState.status
            ip_configuration[]                  ipConfigurations[].properties
                name                            /name
                private_ip_address              privateIPAddress
                subresource_name                groupId
                member_name                     memberName
            network_interface[]                 networkInterfaces[]
                id                              id
            custom_dns_configs[]                customDnsConfigs[]
                fqdn                            fqdn
                ip_addresses                    ipAddresses
            private_dns_zone_group[]            privateDnsZoneGroups[].properties
                name                            /name
                {$id}/privateDnsZoneGroups/{name} /id
                private_dns_zone_ids[]          privateDnsZoneConfigs[].properties.privateDnsZoneId
        azurerm_private_endpoint_application_security_group_association - into=private_endpoint_id
            application_security_group_id       applicationSecurityGroups[+].id
        azurerm_private_link_service Microsoft.Network/privateLinkServices
            load_balancer_frontend_ip_configuration_ids[] loadBalancerFrontendIpConfigurations[].id
            nat_ip_configuration[]              ipConfigurations[].properties
                name                            /name
                subnet_id                       subnet.id
                private_ip_address              privateIPAddress
                private_ip_address_version      privateIPAddressVersion
                primary                         primary known
            destination_ip_address              destinationIPAddress
            visibility_subscription_ids         visibility.subscriptions
            auto_approval_subscription_ids      autoApproval.subscriptions
            proxy_protocol_enabled|enable_proxy_protocol enableProxyProtocol
            fqdns                               fqdns
            alias                               alias known
        azurerm_bastion_host Microsoft.Network/bastionHosts
            sku                                 /sku.name
            virtual_network_id                  virtualNetwork.id
            ip_configuration[]                  ipConfigurations[].properties
                name                            /name
                subnet_id                       subnet.id
                public_ip_address_id            publicIPAddress.id
            !copy_paste_enabled                 disableCopyPaste
            file_copy_enabled                   enableFileCopy
            ip_connect_enabled                  enableIpConnect
            kerberos_enabled                    enableKerberos
            scale_units                         scaleUnits
            session_recording_enabled           enableSessionRecording
            shareable_link_enabled              enableShareableLink
            tunneling_enabled                   enableTunneling
        azurerm_network_ddos_protection_plan Microsoft.Network/ddosProtectionPlans
        azurerm_network_watcher Microsoft.Network/networkWatchers
        azurerm_network_watcher_flow_log Microsoft.Network/networkWatchers/flowLogs in=network_watcher_name
            target_resource_id|network_security_group_id targetResourceId
            storage_account_id                  storageId
            enabled                             enabled
            version                             format.version
            retention_policy.enabled            retentionPolicy.enabled
            retention_policy.days               retentionPolicy.days
            traffic_analytics.enabled           flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled
            traffic_analytics.interval_in_minutes flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.trafficAnalyticsInterval
            traffic_analytics.workspace_resource_id flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.workspaceResourceId
        azurerm_network_security_perimeter Microsoft.Network/networkSecurityPerimeters
        azurerm_network_security_perimeter_profile Microsoft.Network/networkSecurityPerimeters/profiles in=network_security_perimeter_id
        azurerm_network_security_perimeter_access_rule Microsoft.Network/networkSecurityPerimeters/profiles/accessRules in=network_security_perimeter_profile_id
            direction                           direction
            address_prefixes                    addressPrefixes
            fqdns                               fullyQualifiedDomainNames
            subscription_ids[]                  subscriptions[].id
        azurerm_network_security_perimeter_association Microsoft.Network/networkSecurityPerimeters/resourceAssociations in=network_security_perimeter_id
            resource_id                         privateLinkResource.id
            network_security_perimeter_profile_id profile.id
            access_mode                         accessMode
        """
}
