import JSON

/// The network interface that each instance of a scale set gets.
package struct ScaleSetInterface: Sendable {
    package let name: Setting<String>
    package let primary: Setting<Bool>
    package let enableAcceleratedNetworking: Setting<Bool>
    package let enableIPForwarding: Setting<Bool>
    package let networkSecurityGroup: Setting<ResourceID>
    package let ipConfigurations: [ScaleSetIPConfiguration]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        primary = fields.flag("primary")
        enableAcceleratedNetworking = fields.flag("enableAcceleratedNetworking")
        enableIPForwarding = fields.flag("enableIPForwarding")
        networkSecurityGroup = fields.link("networkSecurityGroup")
        ipConfigurations = fields.items("ipConfigurations").map(ScaleSetIPConfiguration.init)
    }
}
