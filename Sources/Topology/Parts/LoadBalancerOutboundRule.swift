import JSON

/// An outbound rule: members leave with the frontend's addresses.
package struct LoadBalancerOutboundRule: Sendable {
    package let name: Setting<String>
    package let frontends: [ResourceID]
    package let backendPool: Setting<ResourceID>
    package let networkProtocol: Setting<NetworkProtocol>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        frontends = fields.references("frontendIPConfigurations")
        backendPool = fields.link("backendAddressPool")
        networkProtocol = fields.networkProtocol("protocol")
    }
}
