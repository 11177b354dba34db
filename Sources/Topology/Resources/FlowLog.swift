/// A flow log: a record of what passed at a network, a subnet, an interface or a security group.
///
/// `Microsoft.Network/networkWatchers/flowLogs`. Logs of security groups retire on 30 September 2027.
package struct FlowLog: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Network/networkWatchers/flowLogs"]

    package let resource: Resource
    package let target: Setting<ResourceID>
    package let storage: Setting<ResourceID>
    package let enabled: Setting<Bool>
    package let retentionEnabled: Setting<Bool>
    package let retentionDays: Setting<Int>
    package let analyticsEnabled: Setting<Bool>
    package let analyticsInterval: Setting<Int>
    package let workspace: Setting<ResourceID>
    package let formatVersion: Setting<Int>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        target = fields.link("targetResourceId")
        storage = fields.link("storageId")
        enabled = fields.flag("enabled")
        let retentionPolicy = fields.inner("retentionPolicy")
        retentionEnabled = retentionPolicy.flag("enabled")
        retentionDays = retentionPolicy.number("days")
        let flowAnalyticsConfiguration = fields.inner("flowAnalyticsConfiguration")
        let networkWatcherFlowAnalyticsConfiguration = flowAnalyticsConfiguration.inner(
            "networkWatcherFlowAnalyticsConfiguration"
        )
        analyticsEnabled = networkWatcherFlowAnalyticsConfiguration.flag("enabled")
        analyticsInterval = networkWatcherFlowAnalyticsConfiguration.number("trafficAnalyticsInterval")
        workspace = networkWatcherFlowAnalyticsConfiguration.link("workspaceResourceId")
        let format = fields.inner("format")
        formatVersion = format.number("version")
    }
}
