import JSON

/// How an Application Gateway speaks to its members.
package struct ApplicationGatewayBackendSettings: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let backendProtocol: Setting<String>
    package let port: Setting<Int>
    package let hostName: Setting<String>
    package let pickHostNameFromBackendAddress: Setting<Bool>
    package let trustedRootCertificates: [ResourceID]
    package let authenticationCertificates: [ResourceID]
    package let validateCertificateChainAndExpiry: Setting<Bool>
    package let validateSNI: Setting<Bool>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        backendProtocol = fields.text("protocol")
        port = fields.number("port")
        hostName = fields.text("hostName")
        pickHostNameFromBackendAddress = fields.flag("pickHostNameFromBackendAddress")
        trustedRootCertificates = fields.references("trustedRootCertificates")
        authenticationCertificates = fields.references("authenticationCertificates")
        validateCertificateChainAndExpiry = fields.flag("validateCertChainAndExpiry")
        validateSNI = fields.flag("validateSNI")
    }
}
