import JSON

/// One physical link of a Direct port with its MACsec settings; no cipher or secret means that MACsec is off.
package struct ExpressRouteLink: Sendable {
    package let name: Setting<String>
    package let adminState: Setting<String>
    package let macSecCipher: Setting<String>
    package let connectivityAssociationKeyName: Setting<String>
    package let connectivityAssociationKey: Setting<String>
    package let sciState: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        adminState = fields.text("adminState")
        let macSecConfig = fields.inner("macSecConfig")
        macSecCipher = macSecConfig.text("cipher")
        connectivityAssociationKeyName = macSecConfig.text("cknSecretIdentifier")
        connectivityAssociationKey = macSecConfig.text("cakSecretIdentifier")
        sciState = macSecConfig.text("sciState")
    }

    /// Whether both secrets are named.
    package var hasMACsec: Bool {
        connectivityAssociationKeyName.value?.isEmpty == false
            && connectivityAssociationKey.value?.isEmpty == false
    }
}
