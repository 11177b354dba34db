extension TerraformTables {
    /// Zones, records, private resolvers.
    static let dns = """
        fragment record
            ttl                                 ttl
            fqdn                                fqdn known
            target_resource_id                  targetResource.id
        azurerm_private_dns_zone Microsoft.Network/privateDnsZones
            number_of_record_sets               numberOfRecordSets known
            number_of_virtual_network_links     numberOfVirtualNetworkLinks known
        azurerm_private_dns_zone_virtual_network_link Microsoft.Network/privateDnsZones/virtualNetworkLinks in=private_dns_zone_id|private_dns_zone_name
            virtual_network_id                  virtualNetwork.id
            registration_enabled                registrationEnabled
            resolution_policy                   resolutionPolicy
        azurerm_private_dns_a_record Microsoft.Network/privateDnsZones/A in=private_dns_zone_id|zone_name
            +record
            records[]                           aRecords[].ipv4Address
        azurerm_private_dns_aaaa_record Microsoft.Network/privateDnsZones/AAAA in=private_dns_zone_id|zone_name
            +record
            records[]                           aaaaRecords[].ipv6Address
        azurerm_private_dns_cname_record Microsoft.Network/privateDnsZones/CNAME in=private_dns_zone_id|zone_name
            +record
            record                              cnameRecord.cname
        azurerm_private_dns_mx_record Microsoft.Network/privateDnsZones/MX in=private_dns_zone_id|zone_name
            +record
            record[]                            mxRecords[]
                preference                      preference
                exchange                        exchange
        azurerm_private_dns_ptr_record Microsoft.Network/privateDnsZones/PTR in=private_dns_zone_id|zone_name
            +record
            records[]                           ptrRecords[].ptrdname
        azurerm_private_dns_srv_record Microsoft.Network/privateDnsZones/SRV in=private_dns_zone_id|zone_name
            +record
            record[]                            srvRecords[]
                priority                        priority
                weight                          weight
                port                            port
                target                          target
        azurerm_private_dns_txt_record Microsoft.Network/privateDnsZones/TXT in=private_dns_zone_id|zone_name
            +record
            record[]                            txtRecords[]
                value                           value[]
        azurerm_dns_zone Microsoft.Network/dnsZones
            name_servers                        nameServers known
            number_of_record_sets               numberOfRecordSets known
            ?'Public'                           zoneType
        azurerm_dns_a_record Microsoft.Network/dnsZones/A in=dns_zone_id|zone_name
            +record
            records[]                           aRecords[].ipv4Address
        azurerm_dns_aaaa_record Microsoft.Network/dnsZones/AAAA in=dns_zone_id|zone_name
            +record
            records[]                           aaaaRecords[].ipv6Address
        azurerm_dns_cname_record Microsoft.Network/dnsZones/CNAME in=dns_zone_id|zone_name
            +record
            record                              cnameRecord.cname
        azurerm_dns_ns_record Microsoft.Network/dnsZones/NS in=dns_zone_id|zone_name
            +record
            records[]                           nsRecords[].nsdname
        azurerm_dns_mx_record Microsoft.Network/dnsZones/MX in=dns_zone_id|zone_name
            +record
        azurerm_dns_ptr_record Microsoft.Network/dnsZones/PTR in=dns_zone_id|zone_name
            +record
        azurerm_dns_srv_record Microsoft.Network/dnsZones/SRV in=dns_zone_id|zone_name
            +record
        azurerm_dns_txt_record Microsoft.Network/dnsZones/TXT in=dns_zone_id|zone_name
            +record
        azurerm_dns_caa_record Microsoft.Network/dnsZones/CAA in=dns_zone_id|zone_name
            +record
        azurerm_private_dns_resolver Microsoft.Network/dnsResolvers
            virtual_network_id                  virtualNetwork.id
        azurerm_private_dns_resolver_inbound_endpoint Microsoft.Network/dnsResolvers/inboundEndpoints in=private_dns_resolver_id
            ip_configurations[]                 ipConfigurations[]
                subnet_id                       subnet.id
                private_ip_address              privateIpAddress
                private_ip_allocation_method    privateIpAllocationMethod
        azurerm_private_dns_resolver_outbound_endpoint Microsoft.Network/dnsResolvers/outboundEndpoints in=private_dns_resolver_id
            subnet_id                           subnet.id
        azurerm_private_dns_resolver_dns_forwarding_ruleset Microsoft.Network/dnsForwardingRulesets
            private_dns_resolver_outbound_endpoint_ids[] dnsResolverOutboundEndpoints[].id
        azurerm_private_dns_resolver_forwarding_rule Microsoft.Network/dnsForwardingRulesets/forwardingRules in=dns_forwarding_ruleset_id
            domain_name                         domainName
            enabled                             forwardingRuleState true=Enabled false=Disabled
            target_dns_servers[]                targetDnsServers[]
                ip_address                      ipAddress
                port                            port
        azurerm_private_dns_resolver_virtual_network_link Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks in=dns_forwarding_ruleset_id
            virtual_network_id                  virtualNetwork.id
        """
}
