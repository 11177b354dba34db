import JSON

/// How single users dial in to a gateway.
///
/// Not modelled: RADIUS secrets, which an export never holds in clear.
package struct VPNClientConfiguration: Sendable {
    package let addressPool: [AddressTerm]
    package let protocols: [String]
    package let authenticationTypes: [String]
    package let rootCertificates: [NamedItem]
    package let revokedCertificates: [NamedItem]
    package let aadTenant: Setting<String>
    package let aadAudience: Setting<String>
    package let aadIssuer: Setting<String>
    package let radiusServerAddress: Setting<String>
    package let ipSecPolicies: [IPSecPolicy]

    init(_ fields: JSONObject) {
        let vpnClientAddressPool = fields.inner("vpnClientAddressPool")
        addressPool = vpnClientAddressPool.addresses("addressPrefixes")
        protocols = fields.texts("vpnClientProtocols")
        authenticationTypes = fields.texts("vpnAuthenticationTypes")
        rootCertificates = fields.items("vpnClientRootCertificates").map(NamedItem.init)
        revokedCertificates = fields.items("vpnClientRevokedCertificates").map(NamedItem.init)
        aadTenant = fields.text("aadTenant")
        aadAudience = fields.text("aadAudience")
        aadIssuer = fields.text("aadIssuer")
        radiusServerAddress = fields.text("radiusServerAddress")
        ipSecPolicies = fields.items("vpnClientIpsecPolicies").map(IPSecPolicy.init)
    }
}
