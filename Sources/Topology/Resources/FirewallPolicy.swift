/// A firewall policy: rules and settings that firewalls share.
///
/// `Microsoft.Network/firewallPolicies`. Not modelled: explicit proxy, SQL redirect.
package struct FirewallPolicy: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/firewallPolicies"]

    package let resource: Resource
    package let skuTier: Setting<String>
    package let basePolicy: Setting<ResourceID>
    package let childPolicies: [ResourceID]
    package let firewalls: [ResourceID]
    package let threatIntelligenceMode: Setting<String>
    package let threatIntelligenceAllowedAddresses: [String]
    package let threatIntelligenceAllowedNames: [String]
    package let snatPrivateRanges: [AddressTerm]
    package let dnsProxyEnabled: Setting<Bool>
    package let dnsServers: [String]
    package let intrusionDetectionMode: Setting<String>
    package let intrusionDetectionOverrides: [IntrusionDetectionOverride]
    package let intrusionDetectionBypasses: [IntrusionDetectionBypass]
    package let intrusionDetectionPrivateRanges: [AddressTerm]
    /// The Key Vault secret of the authority that signs for inspected TLS.
    package let inspectionCertificateSecret: Setting<String>
    package let inspectionCertificateName: Setting<String>
    package let insightsEnabled: Setting<Bool>
    package let identityType: Setting<String>
    package let ruleCollectionGroupReferences: [ResourceID]
    package let ruleCollectionGroups: [RuleCollectionGroup]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        let sku = fields.inner("sku")
        skuTier = sku.text("tier")
        basePolicy = fields.link("basePolicy")
        childPolicies = fields.references("childPolicies")
        firewalls = fields.references("firewalls")
        threatIntelligenceMode = fields.text("threatIntelMode")
        let threatIntelWhitelist = fields.inner("threatIntelWhitelist")
        threatIntelligenceAllowedAddresses = threatIntelWhitelist.texts("ipAddresses")
        threatIntelligenceAllowedNames = threatIntelWhitelist.texts("fqdns")
        let snat = fields.inner("snat")
        snatPrivateRanges = snat.addresses("privateRanges")
        let dnsSettings = fields.inner("dnsSettings")
        dnsProxyEnabled = dnsSettings.flag("enableProxy")
        dnsServers = dnsSettings.texts("servers")
        let intrusionDetection = fields.inner("intrusionDetection")
        intrusionDetectionMode = intrusionDetection.text("mode")
        let configuration = intrusionDetection.inner("configuration")
        intrusionDetectionOverrides = configuration.items("signatureOverrides").map(
            IntrusionDetectionOverride.init
        )
        intrusionDetectionBypasses = configuration.items("bypassTrafficSettings").map(
            IntrusionDetectionBypass.init
        )
        intrusionDetectionPrivateRanges = configuration.addresses("privateRanges")
        let transportSecurity = fields.inner("transportSecurity")
        let certificateAuthority = transportSecurity.inner("certificateAuthority")
        inspectionCertificateSecret = certificateAuthority.text("keyVaultSecretId")
        inspectionCertificateName = certificateAuthority.text("name")
        let insights = fields.inner("insights")
        insightsEnabled = insights.flag("isEnabled")
        let identity = fields.inner("identity")
        identityType = identity.text("type")
        ruleCollectionGroupReferences = fields.references("ruleCollectionGroups")
        ruleCollectionGroups = RuleCollectionGroup.parts(of: resource, children)
    }
}
