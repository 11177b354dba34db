import JSON

/// A rule: which listener leads to which pool or redirect.
package struct ApplicationGatewayRule: Sendable {
    package let name: Setting<String>
    package let ruleType: Setting<String>
    package let priority: Setting<Int>
    package let listener: Setting<ResourceID>
    package let backendPool: Setting<ResourceID>
    package let backendSettings: Setting<ResourceID>
    package let redirect: Setting<ResourceID>
    package let urlPathMap: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        ruleType = fields.text("ruleType")
        priority = fields.number("priority")
        listener = fields.link("httpListener")
        backendPool = fields.link("backendAddressPool")
        backendSettings = fields.link("backendHttpSettings")
        redirect = fields.link("redirectConfiguration")
        urlPathMap = fields.link("urlPathMap")
    }
}
