extension TerraformTables {
    /// Virtual Network Manager.
    static let networkManager = """
        azurerm_network_manager Microsoft.Network/networkManagers
            scope.subscription_ids              networkManagerScopes.subscriptions
            scope.management_group_ids          networkManagerScopes.managementGroups
            scope_accesses                      networkManagerScopeAccesses
        azurerm_network_manager_network_group Microsoft.Network/networkManagers/networkGroups in=network_manager_id
            member_type                         memberType
            ?'VirtualNetwork'                   memberType
        azurerm_network_manager_static_member Microsoft.Network/networkManagers/networkGroups/staticMembers in=network_group_id
            target_virtual_network_id           resourceId
            region                              region
        azurerm_network_manager_security_admin_configuration Microsoft.Network/networkManagers/securityAdminConfigurations in=network_manager_id
            apply_on_network_intent_policy_based_services applyOnNetworkIntentPolicyBasedServices
        azurerm_network_manager_admin_rule_collection Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections in=security_admin_configuration_id
            network_group_ids[]                 appliesToGroups[].networkGroupId
        fragment admin_address
            address_prefix_type                 addressPrefixType
            address_prefix                      addressPrefix
        azurerm_network_manager_admin_rule Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules in=admin_rule_collection_id
            'Custom'                            /kind
            action                              access
            direction                           direction
            priority                            priority
            protocol                            protocol
            source_port_ranges                  sourcePortRanges
            destination_port_ranges             destinationPortRanges
            source[]                            sources[]
                +admin_address
            destination[]                       destinations[]
                +admin_address
        azurerm_network_manager_connectivity_configuration Microsoft.Network/networkManagers/connectivityConfigurations in=network_manager_id
            connectivity_topology               connectivityTopology
            global_mesh_enabled                 isGlobal true=True false=False
            delete_existing_peering_enabled     deleteExistingPeering true=True false=False
            hub[]                               hubs[]
                resource_id                     resourceId
                resource_type                   resourceType
            applies_to_group[]                  appliesToGroups[]
                network_group_id                networkGroupId
                group_connectivity              groupConnectivity
                use_hub_gateway                 useHubGateway true=True false=False
                global_mesh_enabled             isGlobal true=True false=False
        azurerm_network_manager_routing_configuration Microsoft.Network/networkManagers/routingConfigurations in=network_manager_id
        azurerm_network_manager_routing_rule_collection Microsoft.Network/networkManagers/routingConfigurations/ruleCollections in=routing_configuration_id
            network_group_ids[]                 appliesTo[].networkGroupId
            !bgp_route_propagation_enabled      disableBgpRoutePropagation true=False false=True
        azurerm_network_manager_routing_rule Microsoft.Network/networkManagers/routingConfigurations/ruleCollections/rules in=rule_collection_id
            destination.type                    destination.type
            destination.address                 destination.destinationAddress
            next_hop.type                       nextHop.nextHopType
            next_hop.address                    nextHop.nextHopAddress
        azurerm_network_manager_deployment Microsoft.Network/networkManagers/listDeploymentStatus in=network_manager_id name='{location}-{scope_access}'
            location                            /region
            scope_access                        /deploymentType
            'Deployed'                          /deploymentStatus
            configuration_ids[]                 /configurationIds[]
        """
}
