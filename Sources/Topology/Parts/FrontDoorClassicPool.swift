import JSON

/// The backends of a classic Front Door.
package struct FrontDoorClassicPool: Sendable {
    package let name: Setting<String>
    package let backends: [FrontDoorClassicBackend]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        backends = fields.items("backends").map(FrontDoorClassicBackend.init)
    }
}
