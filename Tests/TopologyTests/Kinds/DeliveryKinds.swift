import Topology

enum DeliveryKinds {
    static let cases: [KindCase] = [
        KindCase(
            ApplicationGateway.self,
            """
            "sku":{"name":"WAF_v2","tier":"WAF_v2"},"frontendPorts":[{"name":"p","properties":{"port":443}}],
            "frontendIPConfigurations":[{"name":"f","properties":{"publicIPAddress":{"id":"/pip"}}}],
            "httpListeners":[{"name":"l","properties":{"protocol":"Https","hostNames":["a.b"],"sslCertificate":{"id":"/cert"}}}],
            "backendHttpSettingsCollection":[{"name":"s","properties":{"protocol":"Http","port":80,"validateSNI":false}}],
            "requestRoutingRules":[{"name":"r","properties":{"ruleType":"Basic","httpListener":{"id":"/l"},"redirectConfiguration":{"id":"/rd"}}}],
            "sslPolicy":{"policyType":"Custom","minProtocolVersion":"TLSv1_2","cipherSuites":["TLS_X"]},
            "sslCertificates":[{"name":"c","properties":{"keyVaultSecretId":"https://kv/c"}}],
            "webApplicationFirewallConfiguration":{"enabled":true,"firewallMode":"Detection"},"firewallPolicy":{"id":"/waf"}
            """,
            own: #""identity":{"type":"UserAssigned"}"#,
            [
                "skuName": "WAF_v2", "skuTier": "WAF_v2", "frontendPorts": "[{name: p, port: 443}]",
                "frontends": "[{name: f, publicIPAddress: /pip}]",
                "httpListeners": "[{name: l, listenerProtocol: Https, hostNames: [a.b], certificate: /cert}]",
                "requestRoutingRules": "[{name: r, ruleType: Basic, listener: /l, redirect: /rd}]",
                "tlsPolicy":
                    "{policyType: Custom, minimumVersion: 1.2, cipherSuites: [TLS_X], disabledProtocols: []}",
                "certificates": "[{name: c, keyVaultSecretID: https://kv/c}]", "firewallEnabled": "true",
                "firewallMode": "Detection", "firewallPolicy": "/waf", "identityType": "UserAssigned",
                "backendSettings": """
                [{name: s, backendProtocol: Http, port: 80, trustedRootCertificates: [], authenticationCertificates: [], \
                validateSNI: false}]
                """,
            ]
        ),
        KindCase(
            FrontDoorProfile.self,
            #""frontDoorId":"guid","originResponseTimeoutSeconds":60"#,
            own: #""sku":{"name":"Premium_AzureFrontDoor"}"#,
            [
                "skuName": "Premium_AzureFrontDoor", "frontDoorID": "guid",
                "originResponseTimeoutSeconds": "60",
            ]
        ),
        KindCase(
            FrontDoorEndpoint.self,
            #""enabledState":"Enabled","hostName":"e.azurefd.net""#,
            [
                "enabledState": "Enabled", "hostName": "e.azurefd.net",
            ]
        ),
        KindCase(
            FrontDoorRoute.self,
            #""supportedProtocols":["Http","Https"],"httpsRedirect":"Enabled","forwardingProtocol":"HttpsOnly","originGroup":{"id":"/og"},"customDomains":[{"id":"/d"}],"enabledState":"Enabled""#,
            [
                "supportedProtocols": "[Http, Https]", "httpsRedirect": "Enabled",
                "forwardingProtocol": "HttpsOnly",
                "originGroup": "/og", "customDomains": "[/d]", "enabledState": "Enabled",
            ]
        ),
        KindCase(
            FrontDoorDomain.self,
            #""hostName":"www.contoso.com","tlsSettings":{"certificateType":"ManagedCertificate","minimumTlsVersion":"TLS10"}"#,
            [
                "hostName": "www.contoso.com", "certificateType": "ManagedCertificate",
                "minimumTLSVersion": "1.0",
            ]
        ),
        KindCase(
            FrontDoorOriginGroup.self,
            #""healthProbeSettings":{"probeProtocol":"Https","probePath":"/"}"#,
            [
                "probeProtocol": "Https", "probePath": "/",
            ]
        ),
        KindCase(
            FrontDoorOrigin.self,
            #""hostName":"st.blob.core.windows.net","enforceCertificateNameCheck":true,"sharedPrivateLinkResource":{"privateLink":{"id":"/st"},"status":"Approved"}"#,
            [
                "hostName": "st.blob.core.windows.net", "enforceCertificateNameCheck": "true",
                "privateLink": "/st", "privateLinkStatus": "Approved",
            ]
        ),
        KindCase(
            FrontDoorSecurityPolicy.self,
            #""parameters":{"type":"WebApplicationFirewall","wafPolicy":{"id":"/waf"},"associations":[{"domains":[{"id":"/d"}],"patternsToMatch":["/*"]}]}"#,
            [
                "policyType": "WebApplicationFirewall", "firewallPolicy": "/waf",
                "associations": "[{domains: [/d], patternsToMatch: [/*]}]",
            ]
        ),
        KindCase(
            FrontDoorClassic.self,
            #""enabledState":"Enabled","frontendEndpoints":[{"name":"e","properties":{"hostName":"e.azurefd.net","webApplicationFirewallPolicyLink":{"id":"/waf"}}}],"backendPools":[{"name":"b","properties":{"backends":[{"address":"a.b","enabledState":"Enabled"}]}}]"#,
            [
                "enabledState": "Enabled",
                "frontendEndpoints": "[{name: e, hostName: e.azurefd.net, firewallPolicy: /waf}]",
                "backendPools": "[{name: b, backends: [{address: a.b, enabledState: Enabled}]}]",
            ]
        ),
        KindCase(
            TrafficManagerProfile.self,
            #""profileStatus":"Enabled","trafficRoutingMethod":"Priority","monitorConfig":{"protocol":"HTTPS"},"endpoints":[{"name":"e","properties":{"target":"a.b","targetResourceId":"/pip","endpointStatus":"Enabled"}}]"#,
            [
                "status": "Enabled", "routingMethod": "Priority", "monitorProtocol": "HTTPS",
                "endpoints": "[{name: e, target: a.b, targetResource: /pip, status: Enabled}]",
            ]
        ),
    ]
}
