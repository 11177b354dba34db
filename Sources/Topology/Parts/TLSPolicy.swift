import JSON

/// The TLS versions and cipher suites that a listener accepts.
package struct TLSPolicy: Sendable {
    package let policyType: Setting<String>
    package let policyName: Setting<String>
    package let minimumVersion: Setting<TLSVersion>
    package let cipherSuites: [String]
    package let disabledProtocols: [String]

    init(_ fields: JSONObject) {
        policyType = fields.text("policyType")
        policyName = fields.text("policyName")
        minimumVersion = fields.tlsVersion("minProtocolVersion")
        cipherSuites = fields.texts("cipherSuites")
        disabledProtocols = fields.texts("disabledSslProtocols")
    }
}
