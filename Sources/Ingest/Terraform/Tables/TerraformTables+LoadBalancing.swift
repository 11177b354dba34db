extension TerraformTables {
    /// Load balancers and Traffic Manager.
    static let loadBalancing = """
        azurerm_lb Microsoft.Network/loadBalancers
            sku                                 /sku.name
            sku_tier                            /sku.tier
            frontend_ip_configuration[]         frontendIPConfigurations[].properties
                name                            /name
                {$id}/frontendIPConfigurations/{name} /id
                zones                           /zones
                subnet_id                       subnet.id
                private_ip_address              privateIPAddress
                private_ip_address_allocation   privateIPAllocationMethod
                private_ip_address_version      privateIPAddressVersion
                public_ip_address_id            publicIPAddress.id
                public_ip_prefix_id             publicIPPrefix.id
                gateway_load_balancer_frontend_ip_configuration_id gatewayLoadBalancer.id
        fragment lb_backend
            protocol                            protocol
            frontend_port                       frontendPort
            backend_port                        backendPort
            floating_ip_enabled|enable_floating_ip enableFloatingIP
            idle_timeout_in_minutes             idleTimeoutInMinutes
            {loadbalancer_id}/frontendIPConfigurations/{frontend_ip_configuration_name} frontendIPConfiguration.id
        azurerm_lb_backend_address_pool Microsoft.Network/loadBalancers/backendAddressPools part=loadbalancer_id
            virtual_network_id                  virtualNetwork.id
        azurerm_lb_backend_address_pool_address - into=backend_address_pool_id
            .[]                                 loadBalancerBackendAddresses[+].properties
                name                            /name
                ip_address                      ipAddress
                virtual_network_id              virtualNetwork.id
                backend_address_ip_configuration_id loadBalancerFrontendIPConfiguration.id
        azurerm_lb_rule Microsoft.Network/loadBalancers/loadBalancingRules part=loadbalancer_id
            +lb_backend
            backend_address_pool_ids[]          backendAddressPools[].id
            backend_address_pool_id             backendAddressPool.id
            probe_id                            probe.id
            disable_outbound_snat               disableOutboundSnat
            load_distribution                   loadDistribution
        azurerm_lb_probe Microsoft.Network/loadBalancers/probes part=loadbalancer_id
            protocol                            protocol
            port                                port
            request_path                        requestPath
        azurerm_lb_nat_rule Microsoft.Network/loadBalancers/inboundNatRules part=loadbalancer_id
            +lb_backend
            frontend_port_start                 frontendPortRangeStart
            frontend_port_end                   frontendPortRangeEnd
            backend_address_pool_id             backendAddressPool.id
            backend_ip_configuration_id         backendIPConfiguration.id
        azurerm_lb_nat_pool Microsoft.Network/loadBalancers/inboundNatPools part=loadbalancer_id
            +lb_backend
            frontend_port_start                 frontendPortRangeStart
            frontend_port_end                   frontendPortRangeEnd
        azurerm_lb_outbound_rule Microsoft.Network/loadBalancers/outboundRules part=loadbalancer_id
            protocol                            protocol
            backend_address_pool_id             backendAddressPool.id
            allocated_outbound_ports            allocatedOutboundPorts
            frontend_ip_configuration[]         frontendIPConfigurations[]
                {$.loadbalancer_id}/frontendIPConfigurations/{name} id
        azurerm_traffic_manager_profile Microsoft.Network/trafficManagerProfiles
            profile_status                      profileStatus
            traffic_routing_method              trafficRoutingMethod
            dns_config.relative_name            dnsConfig.relativeName
            dns_config.ttl                      dnsConfig.ttl
            fqdn                                dnsConfig.fqdn known
            monitor_config.protocol             monitorConfig.protocol
            monitor_config.port                 monitorConfig.port
            monitor_config.path                 monitorConfig.path
        azurerm_traffic_manager_azure_endpoint Microsoft.Network/trafficManagerProfiles/azureEndpoints part=profile_id:endpoints
            target_resource_id                  targetResourceId
            enabled                             endpointStatus true=Enabled false=Disabled
        azurerm_traffic_manager_external_endpoint Microsoft.Network/trafficManagerProfiles/externalEndpoints part=profile_id:endpoints
            target                              target
            enabled                             endpointStatus true=Enabled false=Disabled
        azurerm_traffic_manager_nested_endpoint Microsoft.Network/trafficManagerProfiles/nestedEndpoints part=profile_id:endpoints
            target_resource_id                  targetResourceId
            enabled                             endpointStatus true=Enabled false=Disabled
        """
}
