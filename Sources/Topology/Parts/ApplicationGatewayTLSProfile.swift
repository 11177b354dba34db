import JSON

/// A TLS policy and client check for single listeners.
package struct ApplicationGatewayTLSProfile: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let policy: TLSPolicy?
    package let trustedClientCertificates: [ResourceID]
    package let verifyClientCertificateIssuer: Setting<Bool>
    package let verifyClientRevocation: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        policy = fields.part("sslPolicy").map(TLSPolicy.init)
        trustedClientCertificates = fields.references("trustedClientCertificates")
        let clientAuthConfiguration = fields.inner("clientAuthConfiguration")
        verifyClientCertificateIssuer = clientAuthConfiguration.flag("verifyClientCertIssuerDN")
        verifyClientRevocation = clientAuthConfiguration.text("verifyClientRevocation")
    }
}
