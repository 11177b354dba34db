import Topology

enum HubKinds {
    static let cases: [KindCase] = [
        KindCase(
            VirtualWAN.self,
            #""type":"Standard","allowBranchToBranchTraffic":true,"disableVpnEncryption":false,"virtualHubs":[{"id":"/hub"}]"#,
            [
                "wanType": "Standard", "allowBranchToBranchTraffic": "true", "disableVPNEncryption": "false",
                "virtualHubs": "[/hub]",
            ]
        ),
        KindCase(
            VirtualHub.self,
            #""virtualWan":{"id":"/wan"},"addressPrefix":"10.100.0.0/23","azureFirewall":{"id":"/afw"},"sku":"Standard","virtualRouterAsn":65515,"virtualRouterIps":["10.100.0.68"],"p2SVpnGateway":{"id":"/p2s"}"#,
            [
                "virtualWAN": "/wan", "addressPrefix": "[10.100.0.0/23]", "azureFirewall": "/afw",
                "sku": "Standard",
                "virtualRouterASN": "65515", "virtualRouterIPs": "[10.100.0.68]", "p2sVPNGateway": "/p2s",
            ]
        ),
        KindCase(
            HubRouteTable.self,
            #""routes":[{"name":"r","destinationType":"CIDR","destinations":["10.0.0.0/8"],"nextHopType":"ResourceId","nextHop":"/afw"}],"labels":["default"],"associatedConnections":["/c"]"#,
            [
                "routes":
                    "[{name: r, destinationType: CIDR, destinations: [10.0.0.0/8], nextHopType: ResourceId, nextHop: /afw}]",
                "labels": "[default]", "associatedConnections": "[/c]",
            ]
        ),
        KindCase(
            HubVirtualNetworkConnection.self,
            #""remoteVirtualNetwork":{"id":"/vnet"},"enableInternetSecurity":true,"routingConfiguration":{"associatedRouteTable":{"id":"/rt"},"propagatedRouteTables":{"labels":["default"],"ids":[{"id":"/rt"}]},"vnetRoutes":{"staticRoutes":[{"name":"s","addressPrefixes":["10.2.0.0/16"],"nextHopIpAddress":"10.2.0.5"}]}}"#,
            [
                "remoteVirtualNetwork": "/vnet", "enableInternetSecurity": "true",
                "routingConfiguration": """
                {associatedRouteTable: /rt, propagatedRouteTables: [/rt], propagatedLabels: [default], \
                staticRoutes: [{name: s, addressPrefixes: [10.2.0.0/16], nextHopIPAddress: 10.2.0.5}]}
                """,
            ]
        ),
        KindCase(
            RoutingIntent.self,
            #""routingPolicies":[{"name":"i","destinations":["Internet"],"nextHop":"/afw"}]"#,
            [
                "routingPolicies": "[{name: i, destinations: [Internet], nextHop: /afw}]"
            ]
        ),
        KindCase(
            NetworkVirtualAppliance.self,
            #""virtualHub":{"id":"/hub"},"nvaSku":{"vendor":"barracuda","bundledScaleUnit":"2"},"virtualApplianceAsn":65222"#,
            ["virtualHub": "/hub", "vendor": "barracuda", "virtualApplianceASN": "65222"]
        ),
        KindCase(
            HubBGPConnection.self,
            #""peerAsn":65001,"peerIp":"10.0.0.9","hubVirtualNetworkConnection":{"id":"/c"}"#,
            [
                "peerASN": "65001", "peerIPAddress": "10.0.0.9", "hubVirtualNetworkConnection": "/c",
            ]
        ),
        KindCase(
            HubIPConfiguration.self,
            #""subnet":{"id":"/v/subnets/RouteServerSubnet"},"publicIPAddress":{"id":"/pip"}"#,
            [
                "subnet": "/v/subnets/RouteServerSubnet", "publicIPAddress": "/pip",
            ]
        ),
        KindCase(
            VPNGateway.self,
            #""virtualHub":{"id":"/hub"},"vpnGatewayScaleUnit":2,"connections":[{"name":"c","properties":{"remoteVpnSite":{"id":"/site"},"enableInternetSecurity":true}}]"#,
            [
                "virtualHub": "/hub", "scaleUnits": "2",
                "connections":
                    "[{name: c, remoteVPNSite: /site, enableInternetSecurity: true, ipSecPolicies: [], links: []}]",
            ]
        ),
        KindCase(
            VPNConnection.self,
            #""remoteVpnSite":{"id":"/site"},"vpnConnectionProtocolType":"IKEv2","vpnLinkConnections":[{"name":"l","properties":{"useLocalAzureIpAddress":true,"ipsecPolicies":[{"dhGroup":"DHGroup2"}]}}]"#,
            [
                "remoteVPNSite": "/site", "protocolType": "IKEv2",
                "links": "[{name: l, ipSecPolicies: [{dhGroup: DHGroup2}], useLocalAzureIPAddress: true}]",
            ]
        ),
        KindCase(
            VPNSite.self,
            #""virtualWan":{"id":"/wan"},"addressSpace":{"addressPrefixes":["192.168.0.0/16"]},"vpnSiteLinks":[{"name":"l","properties":{"ipAddress":"198.51.100.8","linkProperties":{"linkProviderName":"isp"}}}]"#,
            [
                "virtualWAN": "/wan", "addressSpace": "[192.168.0.0/16]",
                "links": "[{name: l, ipAddress: 198.51.100.8, provider: isp}]",
            ]
        ),
        KindCase(
            ExpressRouteGateway.self,
            #""virtualHub":{"id":"/hub"},"expressRouteConnections":[{"name":"c","properties":{"enableInternetSecurity":false}}]"#,
            [
                "virtualHub": "/hub", "connections": "[{name: c, enableInternetSecurity: false}]",
            ]
        ),
        KindCase(
            ExpressRouteConnection.self,
            #""expressRouteCircuitPeering":{"id":"/peering"},"enableInternetSecurity":true,"expressRouteGatewayBypass":false,"routingWeight":0"#,
            [
                "circuitPeering": "/peering", "enableInternetSecurity": "true",
                "expressRouteGatewayBypass": "false", "routingWeight": "0",
            ]
        ),
        KindCase(
            P2SVPNGateway.self,
            #""virtualHub":{"id":"/hub"},"vpnServerConfiguration":{"id":"/cfg"},"p2SConnectionConfigurations":[{"name":"p","properties":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]}}}]"#,
            [
                "virtualHub": "/hub", "vpnServerConfiguration": "/cfg",
                "connectionConfigurations": "[{name: p, addressPool: [172.16.0.0/24], policyGroups: []}]",
            ]
        ),
        KindCase(
            VPNServerConfiguration.self,
            #""vpnProtocols":["OpenVPN"],"vpnAuthenticationTypes":["AAD"],"aadAuthenticationParameters":{"aadTenant":"t"}"#,
            [
                "vpnProtocols": "[OpenVPN]", "authenticationTypes": "[AAD]", "aadTenant": "t",
            ]
        ),
    ]
}
