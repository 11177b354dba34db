/// How single users dial in to a Virtual WAN.
///
/// `Microsoft.Network/vpnServerConfigurations`. RADIUS secrets are never read.
package struct VPNServerConfiguration: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/vpnServerConfigurations"]

    package let resource: Resource
    package let vpnProtocols: [String]
    package let authenticationTypes: [String]
    package let rootCertificates: [NamedItem]
    package let revokedCertificates: [NamedItem]
    package let ipSecPolicies: [IPSecPolicy]
    package let aadTenant: Setting<String>
    package let aadAudience: Setting<String>
    package let aadIssuer: Setting<String>
    package let policyGroups: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        vpnProtocols = fields.texts("vpnProtocols")
        authenticationTypes = fields.texts("vpnAuthenticationTypes")
        rootCertificates = fields.items("vpnClientRootCertificates").map(NamedItem.init)
        revokedCertificates = fields.items("vpnClientRevokedCertificates").map(NamedItem.init)
        ipSecPolicies = fields.items("vpnClientIpsecPolicies").map(IPSecPolicy.init)
        let aadAuthenticationParameters = fields.inner("aadAuthenticationParameters")
        aadTenant = aadAuthenticationParameters.text("aadTenant")
        aadAudience = aadAuthenticationParameters.text("aadAudience")
        aadIssuer = aadAuthenticationParameters.text("aadIssuer")
        policyGroups = fields.references("configurationPolicyGroups")
    }
}
