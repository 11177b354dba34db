import JSON

/// A backend of a classic Front Door.
package struct FrontDoorClassicBackend: Sendable {
    package let address: Setting<String>
    package let enabledState: Setting<String>
    package let privateLinkStatus: Setting<String>

    init(_ fields: JSONObject) {
        address = fields.text("address")
        enabledState = fields.text("enabledState")
        privateLinkStatus = fields.text("privateEndpointStatus")
    }
}
