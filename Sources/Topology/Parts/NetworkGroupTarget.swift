import JSON

/// A network group to which something of a network manager applies, and how.
package struct NetworkGroupTarget: Sendable {
    package let networkGroup: Setting<ResourceID>
    /// A boolean that Azure writes as a string; so is the next one.
    package let useHubGateway: Setting<Bool>
    package let isGlobal: Setting<Bool>
    /// `None` or `DirectlyConnected`.
    package let groupConnectivity: Setting<String>

    init(_ fields: JSONObject) {
        networkGroup = fields.link("networkGroupId")
        useHubGateway = fields.flag("useHubGateway")
        isGlobal = fields.flag("isGlobal")
        groupConnectivity = fields.text("groupConnectivity")
    }
}
