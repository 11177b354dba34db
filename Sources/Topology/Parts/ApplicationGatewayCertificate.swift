import JSON

/// A certificate of a listener: in Key Vault, or uploaded where it names no secret.
package struct ApplicationGatewayCertificate: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let keyVaultSecretID: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        keyVaultSecretID = fields.text("keyVaultSecretId")
    }
}
