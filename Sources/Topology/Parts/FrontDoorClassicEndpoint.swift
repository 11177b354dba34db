import JSON

/// A host name of a classic Front Door.
package struct FrontDoorClassicEndpoint: Sendable {
    package let name: Setting<String>
    package let hostName: Setting<String>
    package let firewallPolicy: Setting<ResourceID>
    package let minimumTLSVersion: Setting<TLSVersion>
    package let httpsState: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        hostName = fields.text("hostName")
        firewallPolicy = fields.link("webApplicationFirewallPolicyLink")
        let customHttpsConfiguration = fields.inner("customHttpsConfiguration")
        minimumTLSVersion = customHttpsConfiguration.tlsVersion("minimumTlsVersion")
        httpsState = fields.text("customHttpsProvisioningState")
    }
}
