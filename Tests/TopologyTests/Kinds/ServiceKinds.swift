import Topology

enum ServiceKinds {
    private static let rules =
        #""networkAcls":{"defaultAction":"Deny","bypass":"AzureServices","ipRules":[{"value":"198.51.100.0/24"}],"virtualNetworkRules":[{"id":"/snet"}]}"#
    private static let connections =
        #""privateEndpointConnections":[{"name":"c","properties":{"privateEndpoint":{"id":"/pe"},"privateLinkServiceConnectionState":{"status":"Approved"}}}]"#

    /// The text of an exposure with the rules and the connection above.
    private static func exposure(
        _ first: String = "",
        bypass: String = "AzureServices",
        _ last: String = ""
    ) -> String {
        "{publicNetworkAccess: Enabled, \(first)defaultAction: Deny, bypass: \(bypass), ipRules: [198.51.100.0/24], "
            + "virtualNetworkRules: [/snet], privateEndpointConnections: [{name: c, privateEndpoint: /pe, status: Approved}]"
            + "\(last)}"
    }

    private static let plain = #""publicNetworkAccess":"Disabled""#
    private static let plainText =
        "{publicNetworkAccess: Disabled, ipRules: [], virtualNetworkRules: [], privateEndpointConnections: []}"

    static let cases: [KindCase] = [
        KindCase(
            StorageAccount.self,
            #""publicNetworkAccess":"Enabled",\#(rules),\#(connections),"minimumTlsVersion":"TLS1_2","supportsHttpsTrafficOnly":true,"allowBlobPublicAccess":false"#,
            own: #""kind":"StorageV2","sku":{"name":"Standard_LRS"}"#,
            [
                "accountKind": "StorageV2", "skuName": "Standard_LRS", "allowBlobPublicAccess": "false",
                "exposure": exposure("", ", minimumTLS: 1.2, httpsOnly: true"),
            ]
        ),
        KindCase(
            SQLServer.self,
            #""publicNetworkAccess":"Enabled","minimalTlsVersion":"1.1","administrators":{"azureADOnlyAuthentication":true},"version":"12.0""#,
            [
                "version": "12.0", "azureADOnlyAuthentication": "true",
                "exposure":
                    "{publicNetworkAccess: Enabled, ipRules: [], virtualNetworkRules: [], privateEndpointConnections: [], minimumTLS: 1.1}",
            ]
        ),
        KindCase(
            SQLManagedInstance.self,
            #""subnetId":"/snet","publicDataEndpointEnabled":true,"minimalTlsVersion":"None""#,
            [
                "subnet": "/snet", "publicDataEndpointEnabled": "true",
                "exposure":
                    "{ipRules: [], virtualNetworkRules: [], privateEndpointConnections: [], minimumTLS: none}",
            ]
        ),
        KindCase(
            CosmosDBAccount.self,
            #""publicNetworkAccess":"Enabled","ipRules":[{"ipAddressOrRange":"198.51.100.7"}],"isVirtualNetworkFilterEnabled":true,"virtualNetworkRules":[{"id":"/snet"}],"minimalTlsVersion":"Tls12""#,
            [
                "isVirtualNetworkFilterEnabled": "true",
                "exposure":
                    "{publicNetworkAccess: Enabled, ipRules: [198.51.100.7], virtualNetworkRules: [/snet], privateEndpointConnections: [], minimumTLS: 1.2}",
            ]
        ),
        KindCase(
            KeyVault.self,
            #""vaultUri":"https://kv","publicNetworkAccess":"Enabled",\#(rules),\#(connections),"enableSoftDelete":true,"enablePurgeProtection":true,"enableRbacAuthorization":false,"accessPolicies":[{"objectId":"o","permissions":{"secrets":["get"]}}]"#,
            [
                "uri": "https://kv", "exposure": exposure(), "enableSoftDelete": "true",
                "enablePurgeProtection": "true",
                "enableRBACAuthorization": "false",
                "accessPolicies": "[{objectID: o, secrets: [get], keys: [], certificates: []}]",
            ]
        ),
        KindCase(
            WebSite.self,
            #""httpsOnly":true,"publicNetworkAccess":"Enabled","virtualNetworkSubnetId":"/snet","serverFarmId":"/plan","vnetRouteAllEnabled":true,"siteConfig":{"minTlsVersion":"1.2","scmMinTlsVersion":"1.0","ftpsState":"FtpsOnly","ipSecurityRestrictions":[{"ipAddress":"AzureFrontDoor.Backend","tag":"ServiceTag","action":"Allow","priority":100,"name":"fd","headers":{"x-azure-fdid":["guid"]}}],"ipSecurityRestrictionsDefaultAction":"Deny","scmIpSecurityRestrictionsUseMain":false}"#,
            own: #""kind":"app""#,
            [
                "appKind": "app", "virtualNetworkSubnet": "/snet", "serverFarm": "/plan",
                "routeAllEnabled": "true",
                "minimumTLS": "1.2", "managementMinimumTLS": "1.0", "ftpsState": "FtpsOnly",
                "accessRestrictions":
                    "[{name: fd, priority: 100, action: Allow, addresses: [AzureFrontDoor.Backend], tag: ServiceTag, frontDoorIDs: [guid]}]",
                "accessRestrictionsDefaultAction": "Deny", "managementUsesMainRestrictions": "false",
                "exposure":
                    "{publicNetworkAccess: Enabled, ipRules: [], virtualNetworkRules: [], privateEndpointConnections: [], httpsOnly: true}",
            ]
        ),
        KindCase(
            AppServicePlan.self,
            #""status":"Ready""#,
            own: #""sku":{"name":"P1v3","tier":"PremiumV3"}"#,
            ["skuName": "P1v3", "skuTier": "PremiumV3"]
        ),
        KindCase(
            AppServiceEnvironment.self,
            #""virtualNetwork":{"id":"/snet"},"internalLoadBalancingMode":"Web, Publishing""#,
            [
                "subnet": "/snet", "internalLoadBalancingMode": "Web, Publishing",
            ]
        ),
        KindCase(
            ManagedCluster.self,
            #""kubernetesVersion":"1.31","networkProfile":{"networkPlugin":"azure","networkPolicy":"calico","outboundType":"userDefinedRouting"},"apiServerAccessProfile":{"enablePrivateCluster":true,"authorizedIPRanges":["198.51.100.0/24"]},"agentPoolProfiles":[{"name":"p","vnetSubnetID":"/snet","enableNodePublicIP":false}],"disableLocalAccounts":true"#,
            [
                "kubernetesVersion": "1.31", "networkPlugin": "azure", "networkPolicy": "calico",
                "outboundType": "userDefinedRouting",
                "isPrivateCluster": "true", "authorizedIPRanges": "[198.51.100.0/24]",
                "disableLocalAccounts": "true",
                "agentPools": "[{name: p, subnet: /snet, enableNodePublicIP: false}]",
            ]
        ),
        KindCase(
            ContainerRegistry.self,
            #""publicNetworkAccess":"Enabled","networkRuleSet":{"defaultAction":"Deny","ipRules":[{"action":"Allow","value":"198.51.100.7"}]},"adminUserEnabled":false"#,
            own: #""sku":{"name":"Premium"}"#,
            [
                "skuName": "Premium", "adminUserEnabled": "false",
                "exposure":
                    "{publicNetworkAccess: Enabled, defaultAction: Deny, ipRules: [198.51.100.7], virtualNetworkRules: [], privateEndpointConnections: []}",
            ]
        ),
        KindCase(
            ContainerGroup.self,
            #""ipAddress":{"type":"Private","ip":"10.0.5.4"},"subnetIds":[{"id":"/snet"}]"#,
            [
                "addressType": "Private", "ipAddress": "10.0.5.4", "subnets": "[/snet]",
            ]
        ),
        KindCase(
            RedisCache.self,
            #""sku":{"name":"Premium"},"enableNonSslPort":true,"minimumTlsVersion":"1.2","subnetId":"/snet""#,
            [
                "skuName": "Premium", "subnet": "/snet",
                "exposure":
                    "{ipRules: [], virtualNetworkRules: [], privateEndpointConnections: [], minimumTLS: 1.2, httpsOnly: false}",
            ]
        ),
        KindCase(
            RedisEnterprise.self,
            plain,
            own: #""sku":{"name":"Enterprise_E10"}"#,
            ["skuName": "Enterprise_E10", "exposure": plainText]
        ),
        KindCase(
            PostgreSQLServer.self,
            #""version":"16","network":{"delegatedSubnetResourceId":"/snet"},"sslEnforcement":"Enabled""#,
            [
                "version": "16", "delegatedSubnet": "/snet", "sslEnforcement": "true",
            ]
        ),
        KindCase(
            MySQLServer.self,
            #""version":"8.0","network":{"delegatedSubnetResourceId":"/snet"}"#,
            ["version": "8.0", "delegatedSubnet": "/snet"]
        ),
        KindCase(
            EventHubNamespace.self,
            plain,
            own: #""sku":{"name":"Standard"}"#,
            ["skuName": "Standard", "exposure": plainText]
        ),
        KindCase(
            ServiceBusNamespace.self,
            #""minimumTlsVersion":"1.2","disableLocalAuth":true"#,
            [
                "disableLocalAuthentication": "true",
                "exposure":
                    "{ipRules: [], virtualNetworkRules: [], privateEndpointConnections: [], minimumTLS: 1.2}",
            ]
        ),
        KindCase(
            EventGridTopic.self,
            #""inboundIpRules":[{"ipMask":"198.51.100.0/24","action":"Allow"}],"minimumTlsVersionAllowed":"1.1""#,
            [
                "exposure":
                    "{ipRules: [198.51.100.0/24], virtualNetworkRules: [], privateEndpointConnections: [], minimumTLS: 1.1}"
            ]
        ),
        KindCase(
            IoTHub.self,
            #""networkRuleSets":{"defaultAction":"Deny","ipRules":[{"ipMask":"198.51.100.0/24"}]},"minTlsVersion":"1.2""#,
            [
                "exposure":
                    "{defaultAction: Deny, ipRules: [198.51.100.0/24], virtualNetworkRules: [], privateEndpointConnections: [], minimumTLS: 1.2}"
            ]
        ),
        KindCase(
            APIManagementService.self,
            #""virtualNetworkType":"Internal","virtualNetworkConfiguration":{"subnetResourceId":"/snet"},"customProperties":{"Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10":"False"}"#,
            [
                "virtualNetworkType": "Internal", "subnet": "/snet",
                "customProperties":
                    "{Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10: false}",
            ]
        ),
        KindCase(
            CognitiveServicesAccount.self,
            #""publicNetworkAccess":"Enabled",\#(rules),\#(connections),"disableLocalAuth":true"#,
            [
                "exposure": exposure(), "disableLocalAuthentication": "true",
            ]
        ),
        KindCase(
            SearchService.self,
            #""publicNetworkAccess":"disabled","networkRuleSet":{"ipRules":[{"value":"198.51.100.7"}]}"#,
            [
                "exposure":
                    "{publicNetworkAccess: disabled, ipRules: [198.51.100.7], virtualNetworkRules: [], privateEndpointConnections: []}"
            ]
        ),
        KindCase(
            LogAnalyticsWorkspace.self,
            #""retentionInDays":90,"publicNetworkAccessForQuery":"Enabled""#,
            [
                "retentionDays": "90", "publicNetworkAccessForQuery": "Enabled",
            ]
        ),
    ]
}
