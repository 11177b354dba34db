import JSON

/// An inbound NAT rule: one frontend port, or a range of them, to single members.
package struct InboundNATRule: Sendable {
    package let name: Setting<String>
    package let frontend: Setting<ResourceID>
    package let backendIPConfiguration: Setting<ResourceID>
    package let backendPool: Setting<ResourceID>
    package let networkProtocol: Setting<NetworkProtocol>
    package let frontendPort: Setting<Int>
    package let frontendPortRangeStart: Setting<Int>
    package let frontendPortRangeEnd: Setting<Int>
    package let backendPort: Setting<Int>
    package let enableFloatingIP: Setting<Bool>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        frontend = fields.link("frontendIPConfiguration")
        backendIPConfiguration = fields.link("backendIPConfiguration")
        backendPool = fields.link("backendAddressPool")
        networkProtocol = fields.networkProtocol("protocol")
        frontendPort = fields.number("frontendPort")
        frontendPortRangeStart = fields.number("frontendPortRangeStart")
        frontendPortRangeEnd = fields.number("frontendPortRangeEnd")
        backendPort = fields.number("backendPort")
        enableFloatingIP = fields.flag("enableFloatingIP")
    }
}
