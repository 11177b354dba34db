/// A Kubernetes cluster (AKS).
///
/// `Microsoft.ContainerService/managedClusters`. Not modelled: what runs in it.
package struct ManagedCluster: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.ContainerService/managedClusters"]

    package let resource: Resource
    /// Who may reach it over the network, and how.
    package let exposure: ServiceExposure
    package let kubernetesVersion: Setting<String>
    package let networkPlugin: Setting<String>
    package let networkPolicy: Setting<String>
    package let outboundType: Setting<String>
    package let isPrivateCluster: Setting<Bool>
    package let authorizedIPRanges: [AddressTerm]
    package let agentPools: [AgentPool]
    package let enableRBAC: Setting<Bool>
    package let disableLocalAccounts: Setting<Bool>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        exposure = ServiceExposure(resource, children: children)
        kubernetesVersion = fields.text("kubernetesVersion")
        let networkProfile = fields.inner("networkProfile")
        networkPlugin = networkProfile.text("networkPlugin")
        networkPolicy = networkProfile.text("networkPolicy")
        outboundType = networkProfile.text("outboundType")
        let apiServerAccessProfile = fields.inner("apiServerAccessProfile")
        isPrivateCluster = apiServerAccessProfile.flag("enablePrivateCluster")
        authorizedIPRanges = apiServerAccessProfile.addresses("authorizedIPRanges")
        agentPools = fields.items("agentPoolProfiles").map(AgentPool.init)
        enableRBAC = fields.flag("enableRBAC")
        disableLocalAccounts = fields.flag("disableLocalAccounts")
    }
}
