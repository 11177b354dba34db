/// A load balancer.
///
/// `Microsoft.Network/loadBalancers`. Not modelled: inbound NAT pools of classic scale sets, tunnel interfaces.
package struct LoadBalancer: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/loadBalancers"]

    package let resource: Resource
    package let skuName: Setting<String>
    package let frontends: [LoadBalancerFrontend]
    package let backendPools: [LoadBalancerBackendPool]
    package let rules: [LoadBalancingRule]
    package let inboundNATRules: [InboundNATRule]
    package let outboundRules: [LoadBalancerOutboundRule]
    package let probes: [LoadBalancerProbe]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        frontends = fields.items("frontendIPConfigurations").map(LoadBalancerFrontend.init)
        backendPools = fields.items("backendAddressPools").map(LoadBalancerBackendPool.init)
        rules = fields.items("loadBalancingRules").map(LoadBalancingRule.init)
        inboundNATRules = fields.items("inboundNatRules").map(InboundNATRule.init)
        outboundRules = fields.items("outboundRules").map(LoadBalancerOutboundRule.init)
        probes = fields.items("probes").map(LoadBalancerProbe.init)
    }

    /// Whether any frontend has a public address or prefix.
    package var isPublic: Bool { frontends.contains(where: \.isPublic) }
}
