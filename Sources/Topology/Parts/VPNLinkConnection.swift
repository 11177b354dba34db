import JSON

/// One link of a site's connection.
package struct VPNLinkConnection: Sendable {
    package let name: Setting<String>
    package let siteLink: Setting<ResourceID>
    package let protocolType: Setting<String>
    package let ipSecPolicies: [IPSecPolicy]
    package let useLocalAzureIPAddress: Setting<Bool>
    package let usePolicyBasedTrafficSelectors: Setting<Bool>
    package let enableBGP: Setting<Bool>
    package let connectionStatus: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        siteLink = fields.link("vpnSiteLink")
        protocolType = fields.text("vpnConnectionProtocolType")
        ipSecPolicies = fields.items("ipsecPolicies").map(IPSecPolicy.init)
        useLocalAzureIPAddress = fields.flag("useLocalAzureIpAddress")
        usePolicyBasedTrafficSelectors = fields.flag("usePolicyBasedTrafficSelectors")
        enableBGP = fields.flag("enableBgp")
        connectionStatus = fields.text("connectionStatus")
    }
}
