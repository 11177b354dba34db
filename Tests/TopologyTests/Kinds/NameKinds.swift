import Topology

enum NameKinds {
    static let cases: [KindCase] = [
        KindCase(
            PrivateDNSZone.self,
            #""numberOfRecordSets":3,"numberOfVirtualNetworkLinks":1"#,
            ["numberOfRecordSets": "3", "numberOfVirtualNetworkLinks": "1"]
        ),
        KindCase(
            VirtualNetworkLink.self,
            #""virtualNetwork":{"id":"/vnet"},"registrationEnabled":false,"virtualNetworkLinkState":"Completed""#,
            [
                "virtualNetwork": "/vnet", "registrationEnabled": "false", "linkState": "Completed",
            ]
        ),
        KindCase(
            DNSZone.self,
            #""zoneType":"Public","nameServers":["ns1."]"#,
            ["zoneType": "Public", "nameServers": "[ns1.]"]
        ),
        KindCase(
            DNSRecordSet.self,
            #""ttl":300,"aRecords":[{"ipv4Address":"10.0.0.5"}],"cnameRecord":{"cname":"a.b"},"targetResource":{"id":"/pip"}"#,
            [
                "ttl": "300", "addresses": "[{ipv4: 10.0.0.5}]", "alias": "a.b", "target": "/pip",
            ]
        ),
        KindCase(
            DNSResolver.self,
            #""virtualNetwork":{"id":"/vnet"},"dnsResolverState":"Connected""#,
            ["virtualNetwork": "/vnet", "state": "Connected"]
        ),
        KindCase(
            DNSResolverInboundEndpoint.self,
            #""ipConfigurations":[{"privateIpAddress":"10.0.3.4","subnet":{"id":"/snet"}}]"#,
            [
                "ipConfigurations": "[{subnet: /snet, privateIPAddress: 10.0.3.4}]"
            ]
        ),
        KindCase(DNSResolverOutboundEndpoint.self, #""subnet":{"id":"/snet"}"#, ["subnet": "/snet"]),
        KindCase(
            DNSForwardingRuleset.self,
            #""dnsResolverOutboundEndpoints":[{"id":"/out"}]"#,
            ["outboundEndpoints": "[/out]"]
        ),
        KindCase(
            DNSForwardingRule.self,
            #""domainName":"corp.","forwardingRuleState":"Enabled","targetDnsServers":[{"ipAddress":"192.168.0.53","port":53}]"#,
            [
                "domainName": "corp.", "state": "Enabled",
                "targetServers": "[{ipAddress: 192.168.0.53, port: 53}]",
            ]
        ),
        KindCase(
            DNSForwardingRulesetLink.self,
            #""virtualNetwork":{"id":"/vnet"}"#,
            ["virtualNetwork": "/vnet"]
        ),
        KindCase(
            DNSResolverPolicy.self,
            #""provisioningState":"Succeeded""#,
            ["provisioningState": "Succeeded"]
        ),
        KindCase(
            DNSSecurityRule.self,
            #""priority":100,"action":{"actionType":"Block"},"dnsSecurityRuleState":"Enabled""#,
            [
                "priority": "100", "action": "Block", "state": "Enabled",
            ]
        ),
        KindCase(
            DNSResolverPolicyLink.self,
            #""virtualNetwork":{"id":"/vnet"}"#,
            ["virtualNetwork": "/vnet"]
        ),
    ]
}
