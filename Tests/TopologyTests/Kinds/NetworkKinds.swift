import Topology

enum NetworkKinds {
    static let cases: [KindCase] = [
        KindCase(
            VirtualNetwork.self,
            """
            "addressSpace":{"addressPrefixes":["10.0.0.0/16","fd00::/48"]},
            "subnets":[{"name":"web","properties":{"addressPrefix":"10.0.1.0/24"}}],
            "virtualNetworkPeerings":[{"name":"p","properties":{"peeringState":"Connected"}}],
            "dhcpOptions":{"dnsServers":["10.0.0.4"]},"enableDdosProtection":true,
            "encryption":{"enabled":true,"enforcement":"AllowUnencrypted"},"ddosProtectionPlan":{"id":"/plan"}
            """,
            [
                "addressSpace": "[10.0.0.0/16, fd00::/48]", "dnsServers": "[10.0.0.4]",
                "encryptionEnabled": "true", "encryptionEnforcement": "AllowUnencrypted",
                "enableDDoSProtection": "true", "ddosProtectionPlan": "/plan",
                "subnets": """
                [{name: web, addressPrefixes: [10.0.1.0/24], serviceEndpoints: [], serviceEndpointPolicies: [], \
                delegations: [], ipConfigurations: [], privateEndpoints: []}]
                """,
            ]
        ),
        KindCase(
            Subnet.self,
            """
            "addressPrefixes":["10.0.1.0/24","10.0.2.0/24"],"networkSecurityGroup":{"id":"/nsg"},"routeTable":{"id":"/rt"},
            "natGateway":{"id":"/nat"},"serviceEndpoints":[{"service":"Microsoft.Sql","locations":["westeurope"]}],
            "delegations":[{"name":"d","properties":{"serviceName":"Microsoft.Web/serverFarms"}}],
            "privateEndpointNetworkPolicies":"Disabled","defaultOutboundAccess":false
            """,
            [
                "addressPrefixes": "[10.0.1.0/24, 10.0.2.0/24]", "networkSecurityGroup": "/nsg",
                "routeTable": "/rt",
                "natGateway": "/nat",
                "serviceEndpoints": "[{service: Microsoft.Sql, locations: [westeurope]}]",
                "delegations": "[{name: d, serviceName: Microsoft.Web/serverFarms}]",
                "privateEndpointNetworkPolicies": "Disabled", "defaultOutboundAccess": "false",
            ]
        ),
        KindCase(
            VirtualNetworkPeering.self,
            """
            "remoteVirtualNetwork":{"id":"/remote"},"allowVirtualNetworkAccess":true,"allowForwardedTraffic":false,
            "allowGatewayTransit":false,"useRemoteGateways":true,"peeringState":"Initiated","peeringSyncLevel":"LocalNotInSync",
            "remoteAddressSpace":{"addressPrefixes":["10.1.0.0/16"]},"peerCompleteVnets":false,"localSubnetNames":["a"],
            "remoteVirtualNetworkEncryption":{"enabled":true}
            """,
            [
                "remoteVirtualNetwork": "/remote", "allowVirtualNetworkAccess": "true",
                "allowForwardedTraffic": "false", "allowGatewayTransit": "false", "useRemoteGateways": "true",
                "peeringState": "Initiated", "peeringSyncLevel": "LocalNotInSync",
                "remoteAddressSpace": "[10.1.0.0/16]", "peerCompleteVirtualNetworks": "false",
                "localSubnetNames": "[a]", "remoteEncryptionEnabled": "true",
            ]
        ),
        KindCase(
            NetworkInterface.self,
            """
            "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"10.0.1.4","subnet":{"id":"/snet"},"primary":true}}],
            "networkSecurityGroup":{"id":"/nsg"},"virtualMachine":{"id":"/vm"},"enableIPForwarding":true,
            "enableAcceleratedNetworking":false,"vnetEncryptionSupported":false
            """,
            [
                "networkSecurityGroup": "/nsg", "virtualMachine": "/vm", "enableIPForwarding": "true",
                "enableAcceleratedNetworking": "false", "vnetEncryptionSupported": "false",
                "ipConfigurations": """
                [{name: c, privateIPAddress: 10.0.1.4, primary: true, subnet: /snet, applicationSecurityGroups: [], \
                loadBalancerBackendAddressPools: [], loadBalancerInboundNATRules: [], \
                applicationGatewayBackendAddressPools: []}]
                """,
            ]
        ),
        KindCase(
            IPConfiguration.self,
            """
            "privateIPAddress":"10.0.1.4","privateIPAllocationMethod":"Static","publicIPAddress":{"id":"/pip"},
            "applicationSecurityGroups":[{"id":"/asg"}],"loadBalancerBackendAddressPools":[{"id":"/pool"}]
            """,
            [
                "privateIPAddress": "10.0.1.4", "privateIPAllocationMethod": "Static",
                "publicIPAddress": "/pip", "applicationSecurityGroups": "[/asg]",
                "loadBalancerBackendAddressPools": "[/pool]",
            ]
        ),
        KindCase(
            RouteTable.self,
            #""disableBgpRoutePropagation":true,"routes":[{"name":"r","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance","nextHopIpAddress":"10.0.0.68"}}]"#,
            [
                "disableBGPRoutePropagation": "true",
                "routes":
                    "[{name: r, addressPrefixes: [0.0.0.0/0], nextHopType: VirtualAppliance, nextHopIPAddress: 10.0.0.68}]",
            ]
        ),
        KindCase(
            Route.self,
            #""addressPrefix":"AzureBackup","nextHopType":"Internet","hasBgpOverride":false"#,
            [
                "addressPrefixes": "[AzureBackup]", "nextHopType": "Internet", "hasBGPOverride": "false",
            ]
        ),
        KindCase(
            NATGateway.self,
            #""publicIpAddresses":[{"id":"/pip"}],"publicIpPrefixes":[{"id":"/ppx"}],"subnets":[{"id":"/snet"}]"#,
            [
                "publicIPAddresses": "[/pip]", "publicIPPrefixes": "[/ppx]", "subnets": "[/snet]",
            ]
        ),
        KindCase(
            PublicIPAddress.self,
            #""ipAddress":"203.0.113.9","publicIPAllocationMethod":"Static","publicIPAddressVersion":"IPv4","ipConfiguration":{"id":"/c"},"ddosSettings":{"protectionMode":"Enabled"}"#,
            own: #""sku":{"name":"Standard","tier":"Regional"}"#,
            [
                "skuName": "Standard", "skuTier": "Regional", "ipAddress": "203.0.113.9",
                "allocationMethod": "Static",
                "addressVersion": "IPv4", "ipConfiguration": "/c", "ddosProtectionMode": "Enabled",
            ]
        ),
        KindCase(
            PublicIPPrefix.self,
            #""ipPrefix":"203.0.113.0/28","prefixLength":28,"natGateway":{"id":"/nat"}"#,
            [
                "ipPrefix": "[203.0.113.0/28]", "prefixLength": "28", "natGateway": "/nat",
            ]
        ),
        KindCase(
            LoadBalancer.self,
            """
            "frontendIPConfigurations":[{"name":"f","properties":{"publicIPAddress":{"id":"/pip"}}}],
            "backendAddressPools":[{"name":"b","properties":{"loadBalancerBackendAddresses":[{"name":"a","properties":{"ipAddress":"10.0.0.4"}}]}}],
            "loadBalancingRules":[{"name":"r","properties":{"protocol":"All","frontendPort":0,"backendPort":0,"enableFloatingIP":true}}],
            "inboundNatRules":[{"name":"n","properties":{"protocol":"Tcp","frontendPort":50001,"backendPort":22}}],
            "probes":[{"name":"p","properties":{"protocol":"Tcp","port":80}}]
            """,
            own: #""sku":{"name":"Standard"}"#,
            [
                "skuName": "Standard", "frontends": "[{name: f, publicIPAddress: /pip}]",
                "backendPools":
                    "[{name: b, backendIPConfigurations: [], addresses: [{name: a, ipAddress: 10.0.0.4}]}]",
                "rules":
                    "[{name: r, backendPools: [], networkProtocol: any, frontendPort: 0, backendPort: 0, enableFloatingIP: true}]",
                "inboundNATRules": "[{name: n, networkProtocol: tcp, frontendPort: 50001, backendPort: 22}]",
                "probes": "[{name: p, networkProtocol: tcp, port: 80}]",
            ]
        ),
        KindCase(
            PrivateEndpoint.self,
            """
            "subnet":{"id":"/snet"},"networkInterfaces":[{"id":"/nic"}],"customDnsConfigs":[{"fqdn":"a.b","ipAddresses":["10.0.0.5"]}],
            "privateLinkServiceConnections":[{"name":"c","properties":{"privateLinkServiceId":"/st","groupIds":["blob"],
            "privateLinkServiceConnectionState":{"status":"Approved"}}}]
            """,
            [
                "subnet": "/snet", "networkInterfaces": "[/nic]",
                "customDNSConfigurations": "[{fqdn: a.b, ipAddresses: [10.0.0.5]}]",
                "connections": "[{name: c, service: /st, groupIDs: [blob], status: Approved}]",
            ]
        ),
        KindCase(
            PrivateDNSZoneGroup.self,
            #""privateDnsZoneConfigs":[{"name":"z","properties":{"privateDnsZoneId":"/zone"}}]"#,
            [
                "zoneConfigurations": "[{name: z, privateDNSZone: /zone}]"
            ]
        ),
        KindCase(
            PrivateLinkService.self,
            #""visibility":{"subscriptions":["*"]},"autoApproval":{"subscriptions":["s1"]},"enableProxyProtocol":true,"loadBalancerFrontendIpConfigurations":[{"id":"/f"}]"#,
            [
                "visibility": "[*]", "autoApproval": "[s1]", "enableProxyProtocol": "true",
                "loadBalancerFrontends": "[/f]",
            ]
        ),
        KindCase(
            VirtualMachine.self,
            #""hardwareProfile":{"vmSize":"Standard_D2s_v5"},"networkProfile":{"networkInterfaces":[{"id":"/nic","properties":{"primary":true}}]},"storageProfile":{"osDisk":{"osType":"Linux"}},"osProfile":{"computerName":"w","linuxConfiguration":{"disablePasswordAuthentication":true}},"securityProfile":{"securityType":"TrustedLaunch"}"#,
            own: #""identity":{"type":"SystemAssigned"}"#,
            [
                "size": "Standard_D2s_v5", "networkInterfaces": "[/nic]", "operatingSystem": "Linux",
                "computerName": "w", "disablePasswordAuthentication": "true", "securityType": "TrustedLaunch",
                "identityType": "SystemAssigned",
            ]
        ),
        KindCase(
            VirtualMachineScaleSet.self,
            #""orchestrationMode":"Flexible","virtualMachineProfile":{"networkProfile":{"networkInterfaceConfigurations":[{"name":"nic","properties":{"primary":true,"networkSecurityGroup":{"id":"/nsg"},"ipConfigurations":[{"name":"c","properties":{"subnet":{"id":"/snet"},"publicIPAddressConfiguration":{"name":"pip"}}}]}}]}}"#,
            own: #""sku":{"name":"Standard_D2s_v5","capacity":3}"#,
            [
                "size": "Standard_D2s_v5", "capacity": "3", "orchestrationMode": "Flexible",
                "networkInterfaces": """
                [{name: nic, primary: true, networkSecurityGroup: /nsg, ipConfigurations: [{name: c, subnet: /snet, \
                publicIPAddressName: pip, applicationSecurityGroups: [], loadBalancerBackendAddressPools: [], \
                applicationGatewayBackendAddressPools: []}]}]
                """,
            ]
        ),
        KindCase(ServiceEndpointPolicy.self, #""subnets":[{"id":"/snet"}]"#, ["subnets": "[/snet]"]),
        KindCase(
            NetworkWatcher.self,
            #""provisioningState":"Succeeded""#,
            ["provisioningState": "Succeeded"]
        ),
        KindCase(
            FlowLog.self,
            #""targetResourceId":"/vnet","storageId":"/st","enabled":true,"retentionPolicy":{"days":90,"enabled":true},"flowAnalyticsConfiguration":{"networkWatcherFlowAnalyticsConfiguration":{"enabled":false,"trafficAnalyticsInterval":10,"workspaceResourceId":"/law"}},"format":{"type":"JSON","version":2}"#,
            [
                "target": "/vnet", "storage": "/st", "enabled": "true", "retentionDays": "90",
                "retentionEnabled": "true",
                "analyticsEnabled": "false", "analyticsInterval": "10", "workspace": "/law",
                "formatVersion": "2",
            ]
        ),
        KindCase(
            DDoSProtectionPlan.self,
            #""virtualNetworks":[{"id":"/vnet"}]"#,
            ["virtualNetworks": "[/vnet]"]
        ),
        KindCase(
            RouteFilter.self,
            #""rules":[{"name":"r","properties":{"access":"Allow","communities":["12076:5010"]}}]"#,
            [
                "rules": "[{name: r, access: Allow, communities: [12076:5010]}]"
            ]
        ),
    ]
}
