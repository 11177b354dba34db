/// An Azure Firewall in a virtual network or in a virtual hub.
///
/// `Microsoft.Network/azureFirewalls`. Not modelled: zones, autoscale bounds.
package struct AzureFirewall: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/azureFirewalls"]

    package let resource: Resource
    /// `AZFW_VNet` or `AZFW_Hub`.
    package let skuName: Setting<String>
    package let skuTier: Setting<String>
    package let ipConfigurations: [FirewallIPConfiguration]
    package let managementIPConfiguration: FirewallIPConfiguration?
    package let firewallPolicy: Setting<ResourceID>
    package let virtualHub: Setting<ResourceID>
    package let hubPrivateIPAddress: Setting<IPAddress>
    package let threatIntelligenceMode: Setting<String>
    package let natRuleCollections: [FirewallRuleCollection]
    package let networkRuleCollections: [FirewallRuleCollection]
    package let applicationRuleCollections: [FirewallRuleCollection]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuName = sku.text("name")
        skuTier = sku.text("tier")
        ipConfigurations = fields.items("ipConfigurations").map(FirewallIPConfiguration.init)
        managementIPConfiguration = fields.part("managementIpConfiguration").map(FirewallIPConfiguration.init)
        firewallPolicy = fields.link("firewallPolicy")
        virtualHub = fields.link("virtualHub")
        let hubIPAddresses = fields.inner("hubIPAddresses")
        hubPrivateIPAddress = hubIPAddresses.address("privateIPAddress")
        threatIntelligenceMode = fields.text("threatIntelMode")
        natRuleCollections = fields.items("natRuleCollections").map(FirewallRuleCollection.init)
        networkRuleCollections = fields.items("networkRuleCollections").map(FirewallRuleCollection.init)
        applicationRuleCollections = fields.items("applicationRuleCollections").map(
            FirewallRuleCollection.init
        )
    }

    /// The address to which routes steer.
    package var privateIPAddress: IPAddress? {
        ipConfigurations.lazy.compactMap(\.privateIPAddress.value).first ?? hubPrivateIPAddress.value
    }
}
