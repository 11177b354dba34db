import JSON

/// A redirect of an Application Gateway.
package struct ApplicationGatewayRedirect: Sendable {
    package let name: Setting<String>
    package let id: Setting<String>
    package let redirectType: Setting<String>
    package let targetListener: Setting<ResourceID>
    package let targetURL: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        id = fields.text("id")
        redirectType = fields.text("redirectType")
        targetListener = fields.link("targetListener")
        targetURL = fields.text("targetUrl")
    }
}
