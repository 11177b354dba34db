import JSON

/// A load-balancing rule; protocol `All` with port 0 forwards every port.
package struct LoadBalancingRule: Sendable {
    package let name: Setting<String>
    package let frontend: Setting<ResourceID>
    package let backendPool: Setting<ResourceID>
    package let backendPools: [ResourceID]
    package let probe: Setting<ResourceID>
    package let networkProtocol: Setting<NetworkProtocol>
    package let frontendPort: Setting<Int>
    package let backendPort: Setting<Int>
    package let enableFloatingIP: Setting<Bool>
    package let disableOutboundSNAT: Setting<Bool>
    package let loadDistribution: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        frontend = fields.link("frontendIPConfiguration")
        backendPool = fields.link("backendAddressPool")
        backendPools = fields.references("backendAddressPools")
        probe = fields.link("probe")
        networkProtocol = fields.networkProtocol("protocol")
        frontendPort = fields.number("frontendPort")
        backendPort = fields.number("backendPort")
        enableFloatingIP = fields.flag("enableFloatingIP")
        disableOutboundSNAT = fields.flag("disableOutboundSnat")
        loadDistribution = fields.text("loadDistribution")
    }

    /// Whether it forwards every port.
    package var isEveryPort: Bool { networkProtocol.value == .any && frontendPort.value == 0 }
}
