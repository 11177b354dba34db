import JSON

/// A rule of a firewall: network, application or address translation.
///
/// Not modelled: HTTP headers to insert.
package struct FirewallRule: Sendable {
    package let name: Setting<String>
    /// `NetworkRule`, `ApplicationRule` or `NatRule`; absent in a firewall itself.
    package let ruleType: Setting<String>
    package let sourceAddresses: [AddressTerm]
    package let sourceIPGroups: [ResourceID]
    package let destinationAddresses: [AddressTerm]
    package let destinationIPGroups: [ResourceID]
    package let destinationFQDNs: [String]
    package let destinationPorts: [PortTerm]
    package let ipProtocols: [NetworkProtocol]
    package let applicationProtocols: [FirewallApplicationProtocol]
    package let targetFQDNs: [String]
    package let targetURLs: [String]
    package let fqdnTags: [String]
    package let webCategories: [String]
    package let terminateTLS: Setting<Bool>
    package let translatedAddress: Setting<String>
    package let translatedFQDN: Setting<String>
    package let translatedPort: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        ruleType = fields.text("ruleType")
        sourceAddresses = fields.addresses("sourceAddresses")
        sourceIPGroups = fields.references("sourceIpGroups")
        destinationAddresses = fields.addresses("destinationAddresses")
        destinationIPGroups = fields.references("destinationIpGroups")
        destinationFQDNs = fields.texts("destinationFqdns")
        destinationPorts = fields.ports("destinationPorts")
        ipProtocols = (fields.texts("ipProtocols") + fields.texts("protocols")).map(NetworkProtocol.init)
        applicationProtocols = fields.items("protocols").map(FirewallApplicationProtocol.init)
        targetFQDNs = fields.texts("targetFqdns")
        targetURLs = fields.texts("targetUrls")
        fqdnTags = fields.texts("fqdnTags")
        webCategories = fields.texts("webCategories")
        terminateTLS = fields.flag("terminateTLS")
        translatedAddress = fields.text("translatedAddress")
        translatedFQDN = fields.text("translatedFqdn")
        translatedPort = fields.text("translatedPort")
    }
}
