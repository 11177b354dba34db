import JSON

/// A pool of addresses for a group of users.
package struct P2SConnectionConfiguration: Sendable {
    package let name: Setting<String>
    package let addressPool: [AddressTerm]
    package let enableInternetSecurity: Setting<Bool>
    package let policyGroups: [ResourceID]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        let vpnClientAddressPool = fields.inner("vpnClientAddressPool")
        addressPool = vpnClientAddressPool.addresses("addressPrefixes")
        enableInternetSecurity = fields.flag("enableInternetSecurity")
        policyGroups = fields.references("configurationPolicyGroupAssociations")
    }
}
