import Topology

enum GatewayKinds {
    private static let policy =
        #"{"saLifeTimeSeconds":27000,"saDataSizeKilobytes":102400000,"ipsecEncryption":"GCMAES256","ipsecIntegrity":"GCMAES256","ikeEncryption":"AES256","ikeIntegrity":"SHA384","dhGroup":"ECP384","pfsGroup":"ECP384"}"#
    private static let policyText =
        "{ikeEncryption: AES256, ikeIntegrity: SHA384, dhGroup: ECP384, ipSecEncryption: GCMAES256, ipSecIntegrity: GCMAES256, pfsGroup: ECP384, lifetimeSeconds: 27000, dataSizeKilobytes: 102400000}"

    static let cases: [KindCase] = [
        KindCase(
            VirtualNetworkGateway.self,
            """
            "gatewayType":"Vpn","vpnType":"RouteBased","sku":{"name":"VpnGw2AZ","tier":"VpnGw2AZ"},"activeActive":true,"enableBgp":true,
            "bgpSettings":{"asn":65515},"ipConfigurations":[{"name":"c","properties":{"subnet":{"id":"/v/subnets/GatewaySubnet"},
            "publicIPAddress":{"id":"/pip"}}}],"enablePrivateIpAddress":true,"disableIPSecReplayProtection":false,
            "vpnClientConfiguration":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]},"vpnClientProtocols":["OpenVPN"],
            "vpnAuthenticationTypes":["AAD"],"vpnClientRootCertificates":[{"name":"root"}]},"allowRemoteVnetTraffic":false
            """,
            [
                "gatewayType": "Vpn", "vpnType": "RouteBased", "skuName": "VpnGw2AZ", "activeActive": "true",
                "enableBGP": "true", "asn": "65515", "enablePrivateIPAddress": "true",
                "disableIPSecReplayProtection": "false", "allowRemoteVirtualNetworkTraffic": "false",
                "ipConfigurations": "[{name: c, subnet: /v/subnets/GatewaySubnet, publicIPAddress: /pip}]",
                "vpnClientConfiguration": """
                {addressPool: [172.16.0.0/24], protocols: [OpenVPN], authenticationTypes: [AAD], \
                rootCertificates: [{name: root}], revokedCertificates: [], ipSecPolicies: []}
                """,
            ]
        ),
        KindCase(
            Connection.self,
            """
            "connectionType":"IPsec","connectionProtocol":"IKEv2","virtualNetworkGateway1":{"id":"/gw"},"localNetworkGateway2":{"id":"/lgw"},
            "ipsecPolicies":[\(policy)],"useLocalAzureIpAddress":true,"connectionStatus":"Connected","enableBgp":false,
            "trafficSelectorPolicies":[{"localAddressRanges":["10.0.0.0/8"],"remoteAddressRanges":["192.168.0.0/16"]}],
            "expressRouteGatewayBypass":false,"sharedKey":"never-read"
            """,
            [
                "connectionType": "IPsec", "connectionProtocol": "IKEv2", "virtualNetworkGateway1": "/gw",
                "localNetworkGateway2": "/lgw", "ipSecPolicies": "[\(policyText)]",
                "useLocalAzureIPAddress": "true",
                "connectionStatus": "Connected", "enableBGP": "false", "expressRouteGatewayBypass": "false",
                "trafficSelectorPolicies":
                    "[{localAddressRanges: [10.0.0.0/8], remoteAddressRanges: [192.168.0.0/16]}]",
            ]
        ),
        KindCase(
            LocalNetworkGateway.self,
            #""localNetworkAddressSpace":{"addressPrefixes":["192.168.0.0/16"]},"gatewayIpAddress":"198.51.100.7","bgpSettings":{"asn":65010,"bgpPeeringAddress":"192.168.0.1"}"#,
            [
                "addressSpace": "[192.168.0.0/16]", "gatewayIPAddress": "198.51.100.7", "asn": "65010",
                "bgpPeeringAddress": "192.168.0.1",
            ]
        ),
        KindCase(
            ExpressRouteCircuit.self,
            #""circuitProvisioningState":"Enabled","serviceProviderProperties":{"serviceProviderName":"Equinix","peeringLocation":"Amsterdam","bandwidthInMbps":1000},"globalReachEnabled":false,"authorizations":[{"name":"a","properties":{"authorizationKey":"never-read","authorizationUseStatus":"Available"}}]"#,
            own: #""sku":{"tier":"Premium","family":"MeteredData"}"#,
            [
                "skuTier": "Premium", "skuFamily": "MeteredData", "circuitProvisioningState": "Enabled",
                "serviceProviderName": "Equinix", "peeringLocation": "Amsterdam", "bandwidthInMbps": "1000",
                "globalReachEnabled": "false", "authorizations": "[{name: a, useStatus: Available}]",
            ]
        ),
        KindCase(
            ExpressRouteCircuitPeering.self,
            #""peeringType":"MicrosoftPeering","state":"Enabled","peerASN":65020,"primaryPeerAddressPrefix":"10.9.0.0/30","routeFilter":{"id":"/rf"},"microsoftPeeringConfig":{"advertisedPublicPrefixes":["198.51.100.0/24"]},"connections":[{"name":"reach"}]"#,
            [
                "peeringType": "MicrosoftPeering", "state": "Enabled", "peerASN": "65020",
                "primaryPeerAddressPrefix": "10.9.0.0/30", "routeFilter": "/rf",
                "advertisedPublicPrefixes": "[198.51.100.0/24]", "globalReachConnections": "[{name: reach}]",
            ]
        ),
        KindCase(
            ExpressRouteCircuitAuthorization.self,
            #""authorizationUseStatus":"InUse","connectionResourceUri":"/cn""#,
            [
                "useStatus": "InUse", "connectionResourceURI": "/cn",
            ]
        ),
        KindCase(
            ExpressRoutePort.self,
            #""bandwidthInGbps":100,"peeringLocation":"Amsterdam","links":[{"name":"link1","properties":{"adminState":"Enabled","macSecConfig":{"cipher":"GcmAesXpn256","cknSecretIdentifier":"https://kv/ckn","cakSecretIdentifier":"https://kv/cak","sciState":"Enabled"}}},{"name":"link2","properties":{"adminState":"Enabled"}}]"#,
            own:
                #""identity":{"type":"UserAssigned","userAssignedIdentities":{"/id/macsec":{"principalId":"p1"}}}"#,
            [
                "bandwidthInGbps": "100", "identityType": "UserAssigned", "identities": "[/id/macsec]",
                "identityPrincipals": "[p1]",
                "links": """
                [{name: link1, adminState: Enabled, macSecCipher: GcmAesXpn256, connectivityAssociationKeyName: https://kv/ckn, \
                connectivityAssociationKey: https://kv/cak, sciState: Enabled}, {name: link2, adminState: Enabled}]
                """,
            ]
        ),
    ]
}
