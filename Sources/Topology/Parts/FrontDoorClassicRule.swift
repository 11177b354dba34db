import JSON

/// A rule of a classic Front Door.
package struct FrontDoorClassicRule: Sendable {
    package let name: Setting<String>
    package let frontendEndpoints: [ResourceID]
    package let acceptedProtocols: [String]
    package let patternsToMatch: [String]
    package let forwardingProtocol: Setting<String>
    package let backendPool: Setting<ResourceID>
    package let redirectProtocol: Setting<String>
    package let enabledState: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        frontendEndpoints = fields.references("frontendEndpoints")
        acceptedProtocols = fields.texts("acceptedProtocols")
        patternsToMatch = fields.texts("patternsToMatch")
        let routeConfiguration = fields.inner("routeConfiguration")
        forwardingProtocol = routeConfiguration.text("forwardingProtocol")
        backendPool = routeConfiguration.link("backendPool")
        redirectProtocol = routeConfiguration.text("redirectProtocol")
        enabledState = fields.text("enabledState")
    }
}
