import JSON

/// An address of a firewall.
package struct FirewallIPConfiguration: Sendable {
    package let name: Setting<String>
    package let privateIPAddress: Setting<IPAddress>
    package let subnet: Setting<ResourceID>
    package let publicIPAddress: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        privateIPAddress = fields.address("privateIPAddress")
        subnet = fields.link("subnet")
        publicIPAddress = fields.link("publicIPAddress")
    }
}
