extension TerraformTables {
    /// Machines, scale sets, containers.
    static let compute = """
        azurerm_availability_set Microsoft.Compute/availabilitySets
        azurerm_proximity_placement_group Microsoft.Compute/proximityPlacementGroups
        azurerm_managed_disk Microsoft.Compute/disks
        fragment machine
            size|vm_size                        hardwareProfile.vmSize
            network_interface_ids[]             networkProfile.networkInterfaces[].id
            computer_name|os_profile.computer_name osProfile.computerName
            disable_password_authentication|os_profile_linux_config.disable_password_authentication osProfile.linuxConfiguration.disablePasswordAuthentication
            encryption_at_host_enabled          securityProfile.encryptionAtHost
            secure_boot_enabled                 securityProfile.securityType true=TrustedLaunch false=-
            vtpm_enabled                        securityProfile.securityType true=TrustedLaunch false=-
            secure_boot_enabled                 securityProfile.uefiSettings.secureBootEnabled
            vtpm_enabled                        securityProfile.uefiSettings.vTpmEnabled
            availability_set_id                 availabilitySet.id
            virtual_machine_scale_set_id        virtualMachineScaleSet.id
        azurerm_linux_virtual_machine Microsoft.Compute/virtualMachines
            'Linux'                             storageProfile.osDisk.osType
            +machine
        azurerm_windows_virtual_machine Microsoft.Compute/virtualMachines
            'Windows'                           storageProfile.osDisk.osType
            +machine
        azurerm_virtual_machine Microsoft.Compute/virtualMachines
            storage_os_disk.os_type             storageProfile.osDisk.osType
            os_profile_linux_config.disable_password_authentication storageProfile.osDisk.osType *=Linux
            os_profile_windows_config.provision_vm_agent storageProfile.osDisk.osType *=Windows
            +machine
        fragment scale_set_interface
            name                                /name
            primary                             primary
            ip_forwarding_enabled|enable_ip_forwarding|ip_forwarding enableIPForwarding
            accelerated_networking_enabled|enable_accelerated_networking|accelerated_networking enableAcceleratedNetworking
            network_security_group_id           networkSecurityGroup.id
            ip_configuration[]                  ipConfigurations[].properties
                name                            /name
                primary                         primary
                subnet_id                       subnet.id
                public_ip_address.name          publicIPAddressConfiguration.name
                public_ip_address_configuration.name publicIPAddressConfiguration.name
                application_security_group_ids[] applicationSecurityGroups[].id
                load_balancer_backend_address_pool_ids[] loadBalancerBackendAddressPools[].id
                load_balancer_inbound_nat_rules_ids[] loadBalancerInboundNatPools[].id
                application_gateway_backend_address_pool_ids[] applicationGatewayBackendAddressPools[].id
        fragment scale_set
            instances                           /sku.capacity
            network_interface[]                 virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties
                +scale_set_interface
            health_probe_id                     virtualMachineProfile.networkProfile.healthProbe.id
            computer_name_prefix                virtualMachineProfile.osProfile.computerNamePrefix
            encryption_at_host_enabled          virtualMachineProfile.securityProfile.encryptionAtHost
            secure_boot_enabled                 virtualMachineProfile.securityProfile.securityType true=TrustedLaunch false=-
            vtpm_enabled                        virtualMachineProfile.securityProfile.securityType true=TrustedLaunch false=-
        azurerm_linux_virtual_machine_scale_set,azurerm_windows_virtual_machine_scale_set Microsoft.Compute/virtualMachineScaleSets
            sku                                 /sku.name
            'Uniform'                           orchestrationMode
            +scale_set
        azurerm_orchestrated_virtual_machine_scale_set Microsoft.Compute/virtualMachineScaleSets
            sku_name                            /sku.name
            'Flexible'                          orchestrationMode
            +scale_set
        azurerm_virtual_machine_scale_set Microsoft.Compute/virtualMachineScaleSets
            sku.name                            /sku.name
            sku.capacity                        /sku.capacity
            'Uniform'                           orchestrationMode
            network_profile[]                   virtualMachineProfile.networkProfile.networkInterfaceConfigurations[].properties
                +scale_set_interface
            health_probe_id                     virtualMachineProfile.networkProfile.healthProbe.id
            os_profile.computer_name_prefix     virtualMachineProfile.osProfile.computerNamePrefix
        azurerm_container_group Microsoft.ContainerInstance/containerGroups
            ip_address_type                     ipAddress.type
            ip_address                          ipAddress.ip
            subnet_ids[]                        subnetIds[].id
            os_type                             osType
        fragment agent_pool
            name                                name
            vnet_subnet_id                      vnetSubnetID
            pod_subnet_id                       podSubnetID
            node_public_ip_enabled|enable_node_public_ip enableNodePublicIP
            node_count                          count
            vm_size                             vmSize
        azurerm_kubernetes_cluster Microsoft.ContainerService/managedClusters
            kubernetes_version                  kubernetesVersion
            network_profile.network_plugin      networkProfile.networkPlugin
            network_profile.network_policy      networkProfile.networkPolicy
            network_profile.outbound_type       networkProfile.outboundType
            network_profile.service_cidr        networkProfile.serviceCidr
            private_cluster_enabled             apiServerAccessProfile.enablePrivateCluster
            api_server_access_profile.authorized_ip_ranges|api_server_authorized_ip_ranges apiServerAccessProfile.authorizedIPRanges
            role_based_access_control_enabled   enableRBAC
            local_account_disabled              disableLocalAccounts
            default_node_pool[]                 agentPoolProfiles[]
                +agent_pool
        azurerm_kubernetes_cluster_node_pool Microsoft.ContainerService/managedClusters/agentPools part=kubernetes_cluster_id:agentPoolProfiles
            +agent_pool
        """
}
