extension TerraformTables {
    /// Gateways of virtual networks, their connections, ExpressRoute.
    static let gateways = """
        fragment ipsec
            dh_group                            dhGroup
            ike_encryption                      ikeEncryption
            ike_integrity                       ikeIntegrity
            ipsec_encryption                    ipsecEncryption
            ipsec_integrity                     ipsecIntegrity
            pfs_group                           pfsGroup
            sa_datasize|sa_data_size_in_kilobytes saDataSizeKilobytes
            sa_lifetime|sa_lifetime_in_seconds  saLifeTimeSeconds
        azurerm_virtual_network_gateway Microsoft.Network/virtualNetworkGateways
            type                                gatewayType
            vpn_type                            vpnType
            sku                                 sku.name
            sku                                 sku.tier
            generation                          vpnGatewayGeneration
            active_active                       activeActive
            bgp_enabled|enable_bgp              enableBgp
            private_ip_address_enabled          enablePrivateIpAddress
            default_local_network_gateway_id    gatewayDefaultSite.id
            remote_vnet_traffic_enabled         allowRemoteVnetTraffic
            virtual_wan_traffic_enabled         allowVirtualWanTraffic
            !ip_sec_replay_protection_enabled   disableIPSecReplayProtection
            dns_forwarding_enabled              enableDnsForwarding
            bgp_settings.asn                    bgpSettings.asn
            bgp_settings.peer_weight            bgpSettings.peerWeight
            custom_route.address_prefixes       customRoutes.addressPrefixes
            ip_configuration[]                  ipConfigurations[].properties
                name                            /name
                {$id}/ipConfigurations/{name}   /id
                subnet_id                       subnet.id
                public_ip_address_id            publicIPAddress.id
                private_ip_address_allocation   privateIPAllocationMethod
            vpn_client_configuration.address_space vpnClientConfiguration.vpnClientAddressPool.addressPrefixes
            vpn_client_configuration.vpn_client_protocols vpnClientConfiguration.vpnClientProtocols
            vpn_client_configuration.vpn_auth_types vpnClientConfiguration.vpnAuthenticationTypes
            vpn_client_configuration.aad_tenant vpnClientConfiguration.aadTenant
            vpn_client_configuration.aad_audience vpnClientConfiguration.aadAudience
            vpn_client_configuration.aad_issuer vpnClientConfiguration.aadIssuer
            vpn_client_configuration.radius_server_address vpnClientConfiguration.radiusServerAddress
            vpn_client_configuration.root_certificate[] vpnClientConfiguration.vpnClientRootCertificates[]
                name                            name
            vpn_client_configuration.revoked_certificate[] vpnClientConfiguration.vpnClientRevokedCertificates[]
                name                            name
                thumbprint                      properties.thumbprint
            vpn_client_configuration.ipsec_policy[] vpnClientConfiguration.vpnClientIpsecPolicies[]
                +ipsec
        azurerm_local_network_gateway Microsoft.Network/localNetworkGateways
            gateway_address                     gatewayIpAddress
            gateway_fqdn                        fqdn
            address_space                       localNetworkAddressSpace.addressPrefixes
            bgp_settings.asn                    bgpSettings.asn
            bgp_settings.bgp_peering_address    bgpSettings.bgpPeeringAddress
        azurerm_virtual_network_gateway_connection Microsoft.Network/connections
            type                                connectionType
            connection_protocol                 connectionProtocol
            connection_mode                     connectionMode
            virtual_network_gateway_id          virtualNetworkGateway1.id
            peer_virtual_network_gateway_id     virtualNetworkGateway2.id
            local_network_gateway_id            localNetworkGateway2.id
            express_route_circuit_id            peer.id
            bgp_enabled|enable_bgp              enableBgp
            use_policy_based_traffic_selectors  usePolicyBasedTrafficSelectors
            traffic_selector_policy[]           trafficSelectorPolicies[]
                local_address_cidrs             localAddressRanges
                remote_address_cidrs            remoteAddressRanges
            local_azure_ip_address_enabled      useLocalAzureIpAddress
            express_route_gateway_bypass        expressRouteGatewayBypass
            private_link_fast_path_enabled      enablePrivateLinkFastPath
            routing_weight                      routingWeight
            dpd_timeout_seconds                 dpdTimeoutSeconds
            ipsec_policy[]                      ipsecPolicies[]
                +ipsec
        azurerm_express_route_circuit Microsoft.Network/expressRouteCircuits
            sku.tier                            /sku.tier
            sku.family                          /sku.family
            service_provider_name               serviceProviderProperties.serviceProviderName
            peering_location                    serviceProviderProperties.peeringLocation
            bandwidth_in_mbps                   serviceProviderProperties.bandwidthInMbps
            bandwidth_in_gbps                   bandwidthInGbps
            express_route_port_id               expressRoutePort.id
            allow_classic_operations            allowClassicOperations
            service_provider_provisioning_state serviceProviderProvisioningState
        azurerm_express_route_circuit_peering Microsoft.Network/expressRouteCircuits/peerings in=express_route_circuit_name name=peering_type
            peering_type                        peeringType
            peer_asn                            peerASN
            azure_asn                           azureASN
            primary_peer_address_prefix         primaryPeerAddressPrefix
            secondary_peer_address_prefix       secondaryPeerAddressPrefix
            vlan_id                             vlanId
            route_filter_id                     routeFilter.id
            microsoft_peering_config.advertised_public_prefixes microsoftPeeringConfig.advertisedPublicPrefixes
            ipv4_enabled                        state true=Enabled false=Disabled
        azurerm_express_route_circuit_authorization Microsoft.Network/expressRouteCircuits/authorizations in=express_route_circuit_name
            authorization_use_status            authorizationUseStatus
        azurerm_express_route_circuit_connection Microsoft.Network/expressRouteCircuits/peerings/connections part=peering_id
            peering_id                          expressRouteCircuitPeering.id
            peer_peering_id                     peerExpressRouteCircuitPeering.id
            address_prefix_ipv4                 addressPrefix
        azurerm_express_route_port Microsoft.Network/expressRoutePorts
            bandwidth_in_gbps                   bandwidthInGbps
            peering_location                    peeringLocation
            encapsulation                       encapsulation
            link1[]                             links[+].properties
                'link1'                         /name
                +macsec
            link2[]                             links[+].properties
                'link2'                         /name
                +macsec
        azurerm_express_route_port_authorization Microsoft.Network/expressRoutePorts/authorizations in=express_route_port_name
        azurerm_express_route_gateway Microsoft.Network/expressRouteGateways
            virtual_hub_id                      virtualHub.id
            scale_units                         autoScaleConfiguration.bounds.min
            allow_non_virtual_wan_traffic       allowNonVirtualWanTraffic
        azurerm_express_route_connection Microsoft.Network/expressRouteGateways/expressRouteConnections in=express_route_gateway_id
            express_route_circuit_peering_id    expressRouteCircuitPeering.id
            internet_security_enabled|enable_internet_security enableInternetSecurity
            express_route_gateway_bypass_enabled expressRouteGatewayBypass
            routing_weight                      routingWeight
            +hub_routing
        azurerm_route_filter Microsoft.Network/routeFilters
            rule[]                              rules[].properties
                name                            /name
                access                          access
                rule_type                       routeFilterRuleType
                communities                     communities
        """

    /// What several types share.
    static let shared = """
        fragment macsec
            admin_enabled                       adminState true=Enabled false=Disabled
            macsec_cipher                       macSecConfig.cipher
            macsec_ckn_keyvault_secret_id       macSecConfig.cknSecretIdentifier
            macsec_cak_keyvault_secret_id       macSecConfig.cakSecretIdentifier
            macsec_sci_enabled                  macSecConfig.sciState true=Enabled false=Disabled
        fragment hub_routing
            routing.associated_route_table_id   routingConfiguration.associatedRouteTable.id
            routing.propagated_route_table.route_table_ids[] routingConfiguration.propagatedRouteTables.ids[].id
            routing.propagated_route_table.labels routingConfiguration.propagatedRouteTables.labels
            routing.static_vnet_route[]         routingConfiguration.vnetRoutes.staticRoutes[]
                name                            name
                address_prefixes                addressPrefixes
                next_hop_ip_address             nextHopIpAddress
            routing.static_vnet_local_route_override_criteria routingConfiguration.vnetRoutes.staticRoutesConfig.vnetLocalRouteOverrideCriteria
        fragment public_access
            public_network_access_enabled       publicNetworkAccess true=Enabled false=Disabled
            public_network_access               publicNetworkAccess
        """
}
