import JSON

/// A port that opens on request.
package struct JITPort: Sendable {
    package let number: Setting<Int>
    package let networkProtocol: Setting<NetworkProtocol>
    package let allowedSources: [AddressTerm]
    /// An ISO 8601 duration, for example `PT3H`.
    package let maximumDuration: Setting<String>

    init(_ fields: JSONObject) {
        number = fields.number("number")
        networkProtocol = fields.networkProtocol("protocol")
        allowedSources = fields.addresses("allowedSourceAddressPrefix", "allowedSourceAddressPrefixes")
        maximumDuration = fields.text("maxRequestAccessDuration")
    }
}
