/// A domain and the servers that answer for it.
///
/// `Microsoft.Network/dnsForwardingRulesets/forwardingRules`.
package struct DNSForwardingRule: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/dnsForwardingRulesets/forwardingRules"]

    package let resource: Resource
    package let domainName: Setting<String>
    package let state: Setting<String>
    package let targetServers: [DNSTargetServer]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        domainName = fields.text("domainName")
        state = fields.text("forwardingRuleState")
        targetServers = fields.items("targetDnsServers").map(DNSTargetServer.init)
    }
}
