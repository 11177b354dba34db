/// A Traffic Manager profile: names that lead to one of several endpoints.
///
/// `Microsoft.Network/trafficManagerProfiles`. Its endpoints see the clients themselves.
package struct TrafficManagerProfile: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/trafficManagerProfiles"]

    package let resource: Resource
    package let status: Setting<String>
    package let routingMethod: Setting<String>
    package let domainName: Setting<String>
    package let monitorProtocol: Setting<String>
    package let endpoints: [TrafficManagerEndpoint]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        status = fields.text("profileStatus")
        routingMethod = fields.text("trafficRoutingMethod")
        let dnsConfig = fields.inner("dnsConfig")
        domainName = dnsConfig.text("fqdn")
        let monitorConfig = fields.inner("monitorConfig")
        monitorProtocol = monitorConfig.text("protocol")
        endpoints = fields.items("endpoints").map(TrafficManagerEndpoint.init)
    }
}
