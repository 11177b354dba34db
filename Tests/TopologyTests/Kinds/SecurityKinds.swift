import Topology

enum SecurityKinds {
    static let cases: [KindCase] = [
        KindCase(
            NetworkSecurityGroup.self,
            #""subnets":[{"id":"/snet"}],"networkInterfaces":[{"id":"/nic"}],"securityRules":[]"#,
            [
                "subnets": "[/snet]", "networkInterfaces": "[/nic]", "securityRules": "[]",
            ]
        ),
        KindCase(
            SecurityRule.self,
            """
            "priority":100,"direction":"inbound","access":"ALLOW","protocol":"TCP","sourceAddressPrefix":"Internet","sourcePortRange":"*",
            "destinationAddressPrefixes":["10.0.1.0/24","10.0.2.4"],"destinationPortRanges":["22","8000-8100"],
            "destinationApplicationSecurityGroups":[{"id":"/asg"}]
            """,
            [
                "priority": "100", "direction": "inbound", "access": "allow", "networkProtocol": "tcp",
                "sourceAddresses": "[Internet]", "sourcePorts": "[*]",
                "destinationAddresses": "[10.0.1.0/24, 10.0.2.4]",
                "destinationPorts": "[22, 8000-8100]", "destinationApplicationSecurityGroups": "[/asg]",
            ]
        ),
        KindCase(
            ApplicationSecurityGroup.self,
            #""provisioningState":"Succeeded""#,
            ["provisioningState": "Succeeded"]
        ),
        KindCase(
            AzureFirewall.self,
            """
            "sku":{"name":"AZFW_VNet","tier":"Premium"},"threatIntelMode":"Deny","firewallPolicy":{"id":"/policy"},
            "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"10.0.0.68","subnet":{"id":"/snet"}}}],
            "hubIPAddresses":{"privateIPAddress":"10.100.0.132"},
            "networkRuleCollections":[{"name":"n","properties":{"priority":200,"action":{"type":"Allow"},"rules":[{"name":"r",
            "protocols":["TCP"],"sourceAddresses":["*"],"destinationPorts":["443"]}]}}]
            """,
            [
                "skuName": "AZFW_VNet", "skuTier": "Premium", "threatIntelligenceMode": "Deny",
                "firewallPolicy": "/policy",
                "ipConfigurations": "[{name: c, privateIPAddress: 10.0.0.68, subnet: /snet}]",
                "hubPrivateIPAddress": "10.100.0.132",
                "networkRuleCollections": """
                [{name: n, priority: 200, action: Allow, rules: [{name: r, sourceAddresses: [*], sourceIPGroups: [], \
                destinationAddresses: [], destinationIPGroups: [], destinationFQDNs: [], destinationPorts: [443], \
                ipProtocols: [tcp], applicationProtocols: [], targetFQDNs: [], targetURLs: [], fqdnTags: [], webCategories: []}]}]
                """,
            ]
        ),
        KindCase(
            FirewallPolicy.self,
            """
            "sku":{"tier":"Premium"},"threatIntelMode":"Alert","basePolicy":{"id":"/base"},"dnsSettings":{"enableProxy":true,"servers":["10.0.0.4"]},
            "intrusionDetection":{"mode":"Deny","configuration":{"signatureOverrides":[{"id":"2024897","mode":"Off"}],
            "bypassTrafficSettings":[]}},"transportSecurity":{"certificateAuthority":{"name":"ca","keyVaultSecretId":"https://kv/ca"}},
            "insights":{"isEnabled":true},"ruleCollectionGroups":[{"id":"/policy/ruleCollectionGroups/g"}],"snat":{"privateRanges":["10.0.0.0/8"]}
            """,
            [
                "skuTier": "Premium", "threatIntelligenceMode": "Alert", "basePolicy": "/base",
                "dnsProxyEnabled": "true",
                "dnsServers": "[10.0.0.4]", "intrusionDetectionMode": "Deny",
                "intrusionDetectionOverrides": "[{id: 2024897, mode: Off}]",
                "inspectionCertificateSecret": "https://kv/ca", "insightsEnabled": "true",
                "ruleCollectionGroupReferences": "[/policy/ruleCollectionGroups/g]",
                "ruleCollectionGroups": "[]",
                "snatPrivateRanges": "[10.0.0.0/8]",
            ]
        ),
        KindCase(
            RuleCollectionGroup.self,
            #""priority":300,"ruleCollections":[{"ruleCollectionType":"FirewallPolicyNatRuleCollection","name":"dnat","priority":100,"action":{"type":"DNAT"},"rules":[{"ruleType":"NatRule","name":"rdp","ipProtocols":["TCP"],"sourceAddresses":["*"],"destinationAddresses":["203.0.113.4"],"destinationPorts":["3389"],"translatedAddress":"10.1.1.4","translatedPort":"3389","terminateTLS":false}]}]"#,
            [
                "priority": "300",
                "ruleCollections": """
                [{name: dnat, priority: 100, collectionType: FirewallPolicyNatRuleCollection, action: DNAT, rules: [{name: rdp, \
                ruleType: NatRule, sourceAddresses: [*], sourceIPGroups: [], destinationAddresses: [203.0.113.4], \
                destinationIPGroups: [], destinationFQDNs: [], destinationPorts: [3389], ipProtocols: [tcp], \
                applicationProtocols: [], targetFQDNs: [], targetURLs: [], fqdnTags: [], webCategories: [], terminateTLS: false, \
                translatedAddress: 10.1.1.4, translatedPort: 3389}]}]
                """,
            ]
        ),
        KindCase(
            IPGroup.self,
            #""ipAddresses":["10.0.0.0/8","192.168.1.1-192.168.1.9"],"firewallPolicies":[{"id":"/policy"}]"#,
            [
                "ipAddresses": "[10.0.0.0/8, 192.168.1.1-192.168.1.9]", "firewallPolicies": "[/policy]",
            ]
        ),
        KindCase(
            BastionHost.self,
            #""ipConfigurations":[{"name":"c","properties":{"subnet":{"id":"/v/subnets/AzureBastionSubnet"},"publicIPAddress":{"id":"/pip"}}}],"enableTunneling":true,"enableIpConnect":false,"enableShareableLink":false,"disableCopyPaste":true,"enableSessionRecording":false,"enablePrivateOnlyBastion":false,"networkAcls":{"ipRules":[{"addressPrefix":"198.51.100.0/24"}]},"scaleUnits":2"#,
            own: #""sku":{"name":"Standard"}"#,
            [
                "skuName": "Standard", "enableTunneling": "true", "enableIPConnect": "false",
                "enableShareableLink": "false",
                "disableCopyPaste": "true", "enableSessionRecording": "false", "scaleUnits": "2",
                "allowedAddresses": "[198.51.100.0/24]",
                "ipConfigurations":
                    "[{name: c, subnet: /v/subnets/AzureBastionSubnet, publicIPAddress: /pip}]",
            ]
        ),
        KindCase(
            WebApplicationFirewallPolicy.self,
            #""policySettings":{"enabledState":"Enabled","mode":"Prevention","requestBodyCheck":"Disabled"},"managedRules":{"managedRuleSets":[{"ruleSetType":"Microsoft_DefaultRuleSet","ruleSetVersion":"2.1"}]},"customRules":{"rules":[{"name":"rate","priority":1,"ruleType":"RateLimitRule","action":"Block","enabledState":"Enabled"}]}"#,
            own: #""sku":{"name":"Premium_AzureFrontDoor"}"#,
            [
                "skuName": "Premium_AzureFrontDoor", "state": "Enabled", "mode": "Prevention",
                "requestBodyCheck": "false",
                "managedRuleSets":
                    "[{ruleSetType: Microsoft_DefaultRuleSet, ruleSetVersion: 2.1, ruleGroupOverrides: [], exclusions: []}]",
                "customRules":
                    "[{name: rate, priority: 1, ruleType: RateLimitRule, action: Block, enabledState: Enabled}]",
            ]
        ),
        KindCase(
            NetworkManager.self,
            #""networkManagerScopes":{"subscriptions":["/subscriptions/s"],"managementGroups":[]},"networkManagerScopeAccesses":["SecurityAdmin"]"#,
            [
                "subscriptions": "[/subscriptions/s]", "scopeAccesses": "[SecurityAdmin]",
            ]
        ),
        KindCase(NetworkGroup.self, #""memberType":"VirtualNetwork""#, ["memberType": "VirtualNetwork"]),
        KindCase(NetworkGroupMember.self, #""resourceId":"/vnet""#, ["member": "/vnet"]),
        KindCase(
            SecurityAdminConfiguration.self,
            #""applyOnNetworkIntentPolicyBasedServices":["None"]"#,
            ["intentPolicyServices": "[None]"]
        ),
        KindCase(
            AdminRuleCollection.self,
            #""appliesToGroups":[{"networkGroupId":"/group"}]"#,
            ["groups": "[{networkGroup: /group}]"]
        ),
        KindCase(
            AdminRule.self,
            #""priority":10,"access":"AlwaysAllow","direction":"Inbound","protocol":"Tcp","sources":[{"addressPrefixType":"ServiceTag","addressPrefix":"Internet"},{"addressPrefixType":"NetworkGroup","addressPrefix":"/group"}],"destinations":[{"addressPrefixType":"IPPrefix","addressPrefix":"10.0.0.0/8"}],"sourcePortRanges":["0-65535"],"destinationPortRanges":["22"]"#,
            own: #""kind":"Custom""#,
            [
                "ruleKind": "Custom", "priority": "10", "access": "alwaysAllow", "direction": "inbound",
                "sourceAddresses": "[Internet]", "sourceNetworkGroups": "[/group]",
                "destinationAddresses": "[10.0.0.0/8]",
                "destinationPorts": "[22]",
            ]
        ),
        KindCase(
            ConnectivityConfiguration.self,
            #""connectivityTopology":"HubAndSpoke","hubs":[{"resourceId":"/hub","resourceType":"Microsoft.Network/virtualNetworks"}],"isGlobal":"False","appliesToGroups":[{"networkGroupId":"/group","useHubGateway":"True","isGlobal":"False","groupConnectivity":"DirectlyConnected"}],"deleteExistingPeering":"True""#,
            [
                "topology": "HubAndSpoke",
                "hubs": "[{resource: /hub, resourceType: Microsoft.Network/virtualNetworks}]",
                "isGlobal": "false", "deleteExistingPeering": "true",
                "groups":
                    "[{networkGroup: /group, useHubGateway: true, isGlobal: false, groupConnectivity: DirectlyConnected}]",
            ]
        ),
        KindCase(
            NetworkManagerDeployment.self,
            #""region":"westeurope","deploymentType":"SecurityAdmin","deploymentStatus":"Deployed","configurationIds":["/cfg"]"#,
            [
                "region": "westeurope", "deploymentType": "SecurityAdmin", "deploymentStatus": "Deployed",
                "configurations": "[/cfg]",
            ]
        ),
        KindCase(NetworkSecurityPerimeter.self, #""perimeterGuid":"guid""#, ["perimeterGUID": "guid"]),
        KindCase(PerimeterProfile.self, #""accessRulesVersion":"4""#, ["accessRulesVersion": "4"]),
        KindCase(
            PerimeterAccessRule.self,
            #""direction":"Inbound","addressPrefixes":["198.51.100.0/24"],"subscriptions":[{"id":"/subscriptions/s"}]"#,
            [
                "direction": "inbound", "addressPrefixes": "[198.51.100.0/24]",
                "subscriptions": "[/subscriptions/s]",
            ]
        ),
        KindCase(
            PerimeterAssociation.self,
            #""privateLinkResource":{"id":"/st"},"profile":{"id":"/profile"},"accessMode":"Learning""#,
            [
                "service": "/st", "profile": "/profile", "accessMode": "Learning",
            ]
        ),
    ]
}
