import JSON

/// What a principal may do in a key vault.
package struct KeyVaultAccessPolicy: Sendable {
    package let objectID: Setting<String>
    package let secrets: [String]
    package let keys: [String]
    package let certificates: [String]

    init(_ fields: JSONObject) {
        objectID = fields.text("objectId")
        let permissions = fields.inner("permissions")
        secrets = permissions.texts("secrets")
        keys = permissions.texts("keys")
        certificates = permissions.texts("certificates")
    }
}
