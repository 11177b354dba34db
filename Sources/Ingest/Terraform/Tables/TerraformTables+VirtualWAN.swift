extension TerraformTables {
    /// Virtual WAN with its hubs and gateways, and Route Server.
    static let virtualWAN = """
        azurerm_virtual_wan Microsoft.Network/virtualWans
            type                                type
            allow_branch_to_branch_traffic      allowBranchToBranchTraffic
            allow_vnet_to_vnet_traffic          allowVnetToVnetTraffic
            disable_vpn_encryption              disableVpnEncryption
            office365_local_breakout_category   office365LocalBreakoutCategory
        azurerm_virtual_hub Microsoft.Network/virtualHubs
            virtual_wan_id                      virtualWan.id
            address_prefix                      addressPrefix
            sku                                 sku
            hub_routing_preference              hubRoutingPreference
            branch_to_branch_traffic_enabled    allowBranchToBranchTraffic
            virtual_router_asn                  virtualRouterAsn
            virtual_router_ips                  virtualRouterIps
            route[]                             routeTable.routes[]
                address_prefixes                addressPrefixes
                next_hop_ip_address             nextHopIpAddress
        azurerm_virtual_hub_connection Microsoft.Network/virtualHubs/hubVirtualNetworkConnections in=virtual_hub_id
            remote_virtual_network_id           remoteVirtualNetwork.id
            internet_security_enabled           enableInternetSecurity
            +hub_routing
        fragment hub_route
            name                                name
            destinations_type                   destinationType
            destinations                        destinations
            next_hop_type                       nextHopType
            next_hop                            nextHop
        azurerm_virtual_hub_route_table Microsoft.Network/virtualHubs/hubRouteTables in=virtual_hub_id
            labels                              labels
            route[]                             routes[]
                +hub_route
        azurerm_virtual_hub_route_table_route - into=route_table_id
            .[]                                 routes[+]
                +hub_route
        azurerm_virtual_hub_routing_intent Microsoft.Network/virtualHubs/routingIntent in=virtual_hub_id
            routing_policy[]                    routingPolicies[]
                name                            name
                destinations                    destinations
                next_hop                        nextHop
        azurerm_virtual_hub_bgp_connection Microsoft.Network/virtualHubs/bgpConnections in=virtual_hub_id
            peer_asn                            peerAsn
            peer_ip                             peerIp
            virtual_network_connection_id       hubVirtualNetworkConnection.id
        azurerm_virtual_hub_ip Microsoft.Network/virtualHubs/ipConfigurations in=virtual_hub_id
            subnet_id                           subnet.id
            public_ip_address_id                publicIPAddress.id
            private_ip_address                  privateIPAddress
            private_ip_allocation_method        privateIPAllocationMethod
        azurerm_virtual_hub_security_partner_provider Microsoft.Network/securityPartnerProviders
            virtual_hub_id                      virtualHub.id
            security_provider_name              securityProviderName
        azurerm_route_server Microsoft.Network/virtualHubs
            'Standard'                          sku
            branch_to_branch_traffic_enabled    allowBranchToBranchTraffic
            hub_routing_preference              hubRoutingPreference
            virtual_router_asn                  virtualRouterAsn
            virtual_router_ips                  virtualRouterIps
            .[]                                 >ipConfigurations/ipConfig1
                subnet_id                       subnet.id
                public_ip_address_id            publicIPAddress.id
        azurerm_route_server_bgp_connection Microsoft.Network/virtualHubs/bgpConnections in=route_server_id
            peer_asn                            peerAsn
            peer_ip                             peerIp
        azurerm_palo_alto_virtual_network_appliance Microsoft.Network/networkVirtualAppliances
            virtual_hub_id                      virtualHub.id
        azurerm_vpn_gateway Microsoft.Network/vpnGateways
            virtual_hub_id                      virtualHub.id
            scale_unit                          vpnGatewayScaleUnit
            routing_preference                  isRoutingPreferenceInternet Internet=true *=false
            bgp_settings.asn                    bgpSettings.asn
            bgp_route_translation_for_nat_enabled enableBgpRouteTranslationForNat
        azurerm_vpn_gateway_connection Microsoft.Network/vpnGateways/vpnConnections in=vpn_gateway_id
            remote_vpn_site_id                  remoteVpnSite.id
            internet_security_enabled           enableInternetSecurity
            vpn_link[]                          vpnLinkConnections[].properties
                name                            /name
                vpn_site_link_id                vpnSiteLink.id
                protocol                        vpnConnectionProtocolType
                bgp_enabled                     enableBgp
                local_azure_ip_address_enabled  useLocalAzureIpAddress
                policy_based_traffic_selector_enabled usePolicyBasedTrafficSelectors
                connection_mode                 vpnLinkConnectionMode
                ipsec_policy[]                  ipsecPolicies[]
                    dh_group                    dhGroup
                    ike_encryption_algorithm    ikeEncryption
                    ike_integrity_algorithm     ikeIntegrity
                    encryption_algorithm        ipsecEncryption
                    integrity_algorithm         ipsecIntegrity
                    pfs_group                   pfsGroup
                    sa_data_size_kb             saDataSizeKilobytes
                    sa_lifetime_sec             saLifeTimeSeconds
            traffic_selector_policy[]           trafficSelectorPolicies[]
                local_address_ranges            localAddressRanges
                remote_address_ranges           remoteAddressRanges
            +hub_routing
        azurerm_vpn_site Microsoft.Network/vpnSites
            virtual_wan_id                      virtualWan.id
            address_cidrs                       addressSpace.addressPrefixes
            device_vendor                       deviceProperties.deviceVendor
            link[]                              vpnSiteLinks[].properties
                name                            /name
                {$id}/vpnSiteLinks/{name}       /id
                ip_address                      ipAddress
                fqdn                            fqdn
                provider_name                   linkProperties.linkProviderName
                speed_in_mbps                   linkProperties.linkSpeedInMbps
                bgp.asn                         bgpProperties.asn
                bgp.peering_address             bgpProperties.bgpPeeringAddress
        azurerm_vpn_server_configuration Microsoft.Network/vpnServerConfigurations
            vpn_authentication_types            vpnAuthenticationTypes
            vpn_protocols                       vpnProtocols
            azure_active_directory_authentication.audience aadAuthenticationParameters.aadAudience
            azure_active_directory_authentication.issuer aadAuthenticationParameters.aadIssuer
            azure_active_directory_authentication.tenant aadAuthenticationParameters.aadTenant
            client_root_certificate[]           vpnClientRootCertificates[]
                name                            name
            client_revoked_certificate[]        vpnClientRevokedCertificates[]
                name                            name
                thumbprint                      thumbprint
            ipsec_policy[]                      vpnClientIpsecPolicies[]
                +ipsec
        azurerm_point_to_site_vpn_gateway Microsoft.Network/p2sVpnGateways
            virtual_hub_id                      virtualHub.id
            vpn_server_configuration_id         vpnServerConfiguration.id
            scale_unit                          vpnGatewayScaleUnit
            connection_configuration[]          p2SConnectionConfigurations[].properties
                name                            /name
                vpn_client_address_pool.address_prefixes vpnClientAddressPool.addressPrefixes
                internet_security_enabled       enableInternetSecurity
        """
}
