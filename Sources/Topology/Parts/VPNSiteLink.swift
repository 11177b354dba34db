import JSON

/// One of a site's ways to Azure.
package struct VPNSiteLink: Sendable {
    package let name: Setting<String>
    package let ipAddress: Setting<IPAddress>
    package let fqdn: Setting<String>
    package let provider: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        ipAddress = fields.address("ipAddress")
        fqdn = fields.text("fqdn")
        let linkProperties = fields.inner("linkProperties")
        provider = linkProperties.text("linkProviderName")
    }
}
