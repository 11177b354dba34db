import JSON

/// A listener: address, port, protocol and host names.
package struct ApplicationGatewayListener: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let frontend: Setting<ResourceID>
    package let frontendPort: Setting<ResourceID>
    /// `Http` or `Https`.
    package let listenerProtocol: Setting<String>
    package let hostName: Setting<String>
    package let hostNames: [String]
    package let certificate: Setting<ResourceID>
    package let tlsProfile: Setting<ResourceID>
    package let firewallPolicy: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        frontend = fields.link("frontendIPConfiguration")
        frontendPort = fields.link("frontendPort")
        listenerProtocol = fields.text("protocol")
        hostName = fields.text("hostName")
        hostNames = fields.texts("hostNames")
        certificate = fields.link("sslCertificate")
        tlsProfile = fields.link("sslProfile")
        firewallPolicy = fields.link("firewallPolicy")
    }
}
