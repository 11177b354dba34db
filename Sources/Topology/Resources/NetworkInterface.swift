/// A network interface: where a virtual machine or a private endpoint stands in a subnet.
///
/// `Microsoft.Network/networkInterfaces`. Not modelled: tap configurations, hosted workloads, auxiliary modes.
package struct NetworkInterface: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkInterfaces"]

    package let resource: Resource
    package let ipConfigurations: [IPConfiguration]
    package let networkSecurityGroup: Setting<ResourceID>
    package let virtualMachine: Setting<ResourceID>
    package let privateEndpoint: Setting<ResourceID>
    package let enableIPForwarding: Setting<Bool>
    package let enableAcceleratedNetworking: Setting<Bool>
    package let vnetEncryptionSupported: Setting<Bool>
    package let primary: Setting<Bool>
    package let defaultOutboundConnectivityEnabled: Setting<Bool>
    package let nicType: Setting<String>
    package let macAddress: Setting<String>
    package let dnsServers: [String]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        ipConfigurations = IPConfiguration.parts(of: resource, children)
        networkSecurityGroup = fields.link("networkSecurityGroup")
        virtualMachine = fields.link("virtualMachine")
        privateEndpoint = fields.link("privateEndpoint")
        enableIPForwarding = fields.flag("enableIPForwarding")
        enableAcceleratedNetworking = fields.flag("enableAcceleratedNetworking")
        vnetEncryptionSupported = fields.flag("vnetEncryptionSupported")
        primary = fields.flag("primary")
        defaultOutboundConnectivityEnabled = fields.flag("defaultOutboundConnectivityEnabled")
        nicType = fields.text("nicType")
        macAddress = fields.text("macAddress")
        let dnsSettings = fields.inner("dnsSettings")
        dnsServers = dnsSettings.texts("dnsServers")
    }

    /// The subnets of its configurations, each once, the primary one first where the input lists it first.
    package var subnets: [ResourceID] {
        ipConfigurations.compactMap(\.subnet.value).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
